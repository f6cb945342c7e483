package org.hearth.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.local.client.HearthClient;
import org.hearth.local.client.SignInException;
import org.hearth.local.functions.FunctionArchive;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.FunctionLog;
import org.hearth.local.functions.LocalFunctions;
import org.hearth.local.gateway.Gateway;
import org.hearth.local.issuer.Issuer;
import org.hearth.local.issuer.Role;
import org.hearth.local.outbox.AwsEndpoint;
import org.hearth.local.outbox.Outbox;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The deployed functions behind the gateway, without tables and streams of their own: what is ours of a request, so that it can
 * be counted apart from the emulator of DynamoDB. {@link #main} runs it as a process by itself.
 */
public final class Front implements AutoCloseable {
    private static final String CPU = "/bench/cpu";
    private static final String INVOKE = "/bench/invoke/";
    private static final String QUERY = "/bench/query";
    private static final String HANDLER = "/bench/handler";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final URI address;
    private final LocalFunctions functions;
    private final Gateway gateway;
    private final DynamoDbClient client;
    private final Outbox outbox = new Outbox();

    private Front(Path root, URI tables) throws IOException {
        HttpServer server = Gateway.bind(0);
        address = URI.create("http://localhost:" + server.getAddress().getPort());
        Issuer issuer = kept(Issuer.start(0, address + "/api/session/callback", List.of()));
        AwsEndpoint aws = kept(AwsEndpoint.start(outbox, Optional.empty()));
        Template template = template(root, Map.of("MembersIssuer", issuer.members().toString(), "MembersClientId", Issuer.CLIENT,
                "StaffIssuer", issuer.staff().toString(), "StaffClientId", Issuer.CLIENT, "SiteUrl", address.toString(), "Limits",
                "off",
                "MemberMail", "on", "SenderEmail", "hello@example.org", "MembersPoolId", "local"));
        FunctionArchive archive = kept(FunctionArchive.open(root.resolve(Archive.PATH)));
        functions = kept(LocalFunctions.load(archive, template.functions().stream().map(Front::patient).toList(),
                endpoints(tables.toString(), aws.address().toString()), new FunctionLog(System.err::println)));
        gateway = kept(Gateway.start(server, template, functions, root.resolve("static-site/public"), () -> { },
                Map.of(CPU, Front::tellCpu, INVOKE, (HttpHandler) this::invoke,
                        QUERY, (HttpHandler) this::query, HANDLER, (HttpHandler) this::handler)));
        client = kept(DynamoDbClient.builder().region(Region.EU_WEST_2).endpointOverride(tables)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build());
    }

    private static Map<String, String> endpoints(String tables, String aws) {
        return Map.of("aws.region", Template.region(), "aws.accessKeyId", "local", "aws.secretAccessKey", "local",
                "aws.disableEc2Metadata", "true", "aws.endpointUrlDynamoDb", tables, "aws.endpointUrlSns", aws,
                "aws.endpointUrlSesv2", aws, "aws.endpointUrlSsm", aws, "aws.endpointUrlCognitoIdentityProvider", aws);
    }

    // What is counted is the same on a machine that is busy with something else.
    private static FunctionSpec patient(FunctionSpec spec) {
        return new FunctionSpec(spec.id(), spec.code(), spec.handler(), PATIENCE, spec.memoryMegabytes(), spec.environment(),
                spec.routes(),
                spec.streams(), spec.schedules());
    }

    static Template template(Path root, Map<String, String> parameters) {
        return Template.read(root.resolve("template.yaml"), parameters);
    }

    /** Starts it on tables that are there already. When this returns, somebody has signed in. */
    static Front start(Path root, URI tables) throws IOException {
        Front front = new Front(root, tables);
        signInOnce(front.address);
        return front;
    }

    // On a busy machine the issuer takes longer for its first answer than the functions wait.
    static void signInOnce(URI address) {
        for (int left = 5; left > 0; left--) {
            try {
                HearthClient.signedIn(address, "Early", Role.MEMBER);
                return;
            } catch (SignInException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    /** Runs it until its standard input ends: {@code Front ROOT TABLES}. The first line it prints is its address. */
    public static void main(String[] arguments) throws IOException {
        try (Front front = start(Path.of(arguments[0]), URI.create(arguments[1]))) {
            System.out.println(front.address());
            System.in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        Runtime.getRuntime().halt(0);
    }

    URI address() {
        return address;
    }

    byte[] invoke(String function, byte[] event) throws FunctionFailure {
        return functions.get(function).invoke(event);
    }

    /** The text of the newest mail to a member. */
    Optional<String> lastMail() {
        return outbox.messages().stream().filter(message -> message.kind().equals("email")).map(Outbox.Message::body).findFirst();
    }

    void forgetAuthorizations() {
        gateway.forgetAuthorizations();
    }

    private static void tellCpu(HttpExchange exchange) throws IOException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        send(exchange, 200, Long.toString(system.getProcessCpuTime()).getBytes(StandardCharsets.US_ASCII));
    }

    private void invoke(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(INVOKE.length());
        try {
            send(exchange, 200, invoke(name, exchange.getRequestBody().readAllBytes()));
        } catch (FunctionFailure failed) {
            send(exchange, 502, new byte[0]);
        }
    }

    private void query(HttpExchange exchange) throws IOException {
        send(exchange, 200, Integer.toString(found()).getBytes(StandardCharsets.US_ASCII));
    }

    // Without gateway and session: the handler's answer to a list, and the call in it by itself, in turn.
    private void handler(HttpExchange exchange) throws IOException {
        HandlerPart part = HandlerPart.measured(() -> invoke("ListingFunction", Starts.EVENT), this::found);
        send(exchange, 200, part.json());
    }

    // The least that a list of threads can cost: the query itself, with nothing made of it.
    private int found() {
        return client.query(query -> query.tableName("ContentTable").indexName("byGroup")
                .keyConditionExpression("listKey = :group")
                .expressionAttributeValues(Map.of(":group", AttributeValue.fromS("GROUP#" + Journey.GROUP)))
                .scanIndexForward(false).limit(26)).count();
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private <T extends AutoCloseable> T kept(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("Something did not end well: " + e);
            }
        }
    }
}
