package org.hearth.local.backup;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

/**
 * The tables of one forum, and where they are.
 *
 * @param names what each table of the template is called here
 * @param endpoint DynamoDB Local; empty for AWS
 */
record BackupTables(Map<String, String> names, String region, Optional<URI> endpoint) {
    /** Cases come first: what is decided while posts are read is then at worst asked again, and never missing. */
    static final List<String> ALL = List.of("ModerationTable", "ContentTable", "MembersTable", "AuditTable");

    /** @param given names that differ from the template's, by those */
    static BackupTables of(Map<String, String> given, String region, Optional<URI> endpoint) {
        given.keySet().stream().filter(table -> !ALL.contains(table)).findFirst().ifPresent(table -> {
            throw new BackupException("There is no table " + table + "; there are " + String.join(", ", ALL) + ".");
        });
        Map<String, String> names = new LinkedHashMap<>();
        ALL.forEach(table -> names.put(table, given.getOrDefault(table, table)));
        return new BackupTables(names, region, endpoint);
    }

    String name(String table) {
        return names.get(table);
    }

    DynamoDbClient client() {
        DynamoDbClientBuilder client = DynamoDbClient.builder().region(Region.of(region))
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        endpoint.ifPresent(local -> client.endpointOverride(local)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))));
        return client.build();
    }
}
