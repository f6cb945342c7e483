package org.hearth.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local on a port that only this machine can reach, with the template's tables. */
public final class LocalDynamo implements AutoCloseable {
    static final String ANYBODY = "local";

    private final URI endpoint;
    private final TableStreams streams;
    private final AutoCloseable database;
    private final DynamoDbClient client;
    private final Map<String, String> streamArns = new LinkedHashMap<>();
    private boolean found;

    private LocalDynamo(URI endpoint, TableStreams streams, AutoCloseable database, String region) {
        this.endpoint = endpoint;
        this.streams = streams;
        this.database = database;
        this.client = DynamoDbClient.builder().endpointOverride(endpoint).region(Region.of(region)).credentialsProvider(credentials())
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    private static StaticCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ANYBODY, ANYBODY));
    }

    /** Tables that another process runs, which goes on when this one ends. */
    public static LocalDynamo at(URI endpoint, String region) {
        DynamoDbStreamsClient streams = DynamoDbStreamsClient.builder().endpointOverride(endpoint).region(Region.of(region))
                .credentialsProvider(credentials()).httpClientBuilder(UrlConnectionHttpClient.builder()).build();
        return new LocalDynamo(endpoint, new TableStreams.Elsewhere(streams), streams, region);
    }

    /**
     * Starts the database.
     *
     * @param folder where the tables are kept between runs; empty for memory only
     */
    public static LocalDynamo start(String region, Optional<Path> folder) throws IOException {
        System.setProperty("sqlite4java.library.path", System.getProperty("sqlite4java.library.path", ""));
        try {
            LocalDynamoDBRequestHandler requests = new LocalDynamoDBRequestHandler(
                    0, folder.isEmpty(), folder.map(Path::toString).orElse(null), true, false);
            LocalDynamoDBServerHandler handler = new LocalDynamoDBServerHandler(requests, null);
            Server server = new Server(new InetSocketAddress("127.0.0.1", 0));
            server.setHandler(new ContextHandlerCollection(new ContextHandler(handler)));
            server.start();
            URI endpoint = URI.create("http://127.0.0.1:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
            return new LocalDynamo(endpoint, new TableStreams.Here(requests, region), () -> {
                server.stop();
                handler.close();
            }, region);
        } catch (Exception e) {
            throw new IOException("DynamoDB Local did not start: " + e.getMessage(), e);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    public DynamoDbClient client() {
        return client;
    }

    public TableStreams streams() {
        return streams;
    }

    /** Makes the tables that are not there yet. */
    public void create(Map<String, JsonNode> tables) {
        tables.forEach((id, properties) -> {
            TableDescription table = existing(id).orElseGet(() -> TableRequests.create(client, id, properties));
            if (table.latestStreamArn() != null) {
                streamArns.put(id, table.latestStreamArn());
            }
        });
    }

    /** Whether tables were there already from an earlier run. */
    public boolean foundTables() {
        return found;
    }

    /** The ARN of a table's stream, if the template gives it one. */
    public Optional<String> streamArn(String table) {
        return Optional.ofNullable(streamArns.get(table));
    }

    private Optional<TableDescription> existing(String table) {
        try {
            TableDescription description = client.describeTable(request -> request.tableName(table)).table();
            found = true;
            return Optional.of(description);
        } catch (ResourceNotFoundException e) {
            return Optional.empty();
        } catch (DynamoDbException e) {
            throw new IllegalStateException("The table " + table + " can't be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            database.close();
        } catch (Exception e) {
            throw new IllegalStateException("DynamoDB Local did not stop: " + e.getMessage(), e);
        }
    }

    /** Makes the folder if it is not there, and tells whether the database can write into it. */
    public static boolean usable(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "hearth", ".probe");
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
