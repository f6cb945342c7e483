package org.hearth.lambda;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.hearth.lambda.dynamo.TemplateTables;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** What the functions reach by HTTP: DynamoDB Local with the template's tables, and topics that take every message. */
final class LocalAws {
  // Held on to: a logger that nobody holds forgets its level.
  private static final Logger JETTY = Logger.getLogger("org.eclipse.jetty");
  static final String REGION = "eu-west-2";
  private static final String PUBLISHED = "<PublishResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><PublishResult>"
      + "<MessageId>1</MessageId></PublishResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></PublishResponse>";

  private static final String ADDRESS = "{\"Username\":\"a\",\"Enabled\":true,\"UserAttributes\":[{\"Name\":\"email\",\"Value\":\"a@example.org\"},"
      + "{\"Name\":\"email_verified\",\"Value\":\"true\"}]}";

  final URI dynamo;
  final URI sns;
  final URI mail;
  final URI parameters = LocalParameters.start();
  final DynamoDbClient client;

  LocalAws() {
    JETTY.setLevel(Level.WARNING);
    dynamo = dynamo();
    sns = sns();
    mail = mail();
    client = DynamoDbClient.builder().endpointOverride(dynamo).region(Region.of(REGION)).httpClientBuilder(UrlConnectionHttpClient.builder())
        .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build();
    TemplateTables.named("").values().forEach(client::createTable);
  }

  /** Takes all out of the tables, which costs less than making them anew. */
  void emptyTables() {
    LocalParameters.forget();
    for (var table : client.listTables().tableNames()) {
      for (var item : client.scan(request -> request.tableName(table)).items()) {
        client.deleteItem(request -> request.tableName(table).key(Map.of("pk", item.get("pk"), "sk", item.get("sk"))));
      }
    }
  }

  private static URI dynamo() {
    try {
      var server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      var requests = new LocalDynamoDBRequestHandler(0, true, null, true, false);
      server.setHandler(new ContextHandlerCollection(new ContextHandler(new LocalDynamoDBServerHandler(requests, null))));
      server.start();
      return URI.create("http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    } catch (Exception notStarted) {
      throw new IllegalStateException("DynamoDB Local did not start", notStarted);
    }
  }

  private static URI sns() {
    return serve(server -> server.createContext("/", exchange -> {
      var form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      AwsCalls.heard(new AwsCalls.Call("sns:Publish", URLDecoder.decode(form, StandardCharsets.UTF_8).replaceFirst("(?s).*TopicArn=[^&]*:([^&:]+)&.*", "$1"), null));
      var answer = PUBLISHED.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("content-type", "text/xml");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    }));
  }

  /** SES, and the pool that knows one address for everybody. */
  private static URI mail() {
    return serve(server -> server.createContext("/", exchange -> {
      exchange.getRequestBody().readAllBytes();
      boolean asksForAnAddress = "AWSCognitoIdentityProviderService.AdminGetUser".equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
      AwsCalls.heard(asksForAnAddress
          ? new AwsCalls.Call("cognito-idp:AdminGetUser", "MembersPool", null)
          : new AwsCalls.Call("ses:SendEmail", "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${SenderEmail}", null));
      var answer = (asksForAnAddress ? ADDRESS : "{\"MessageId\":\"1\"}").getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("content-type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    }));
  }

  static URI serve(Consumer<HttpServer> contexts) {
    try {
      var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      contexts.accept(server);
      server.start();
      return URI.create("http://localhost:" + server.getAddress().getPort());
    } catch (IOException notStarted) {
      throw new IllegalStateException("No server could be started", notStarted);
    }
  }
}
