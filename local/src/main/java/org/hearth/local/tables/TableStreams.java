package org.hearth.local.tables;

import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/** The tables' streams, read inside this process: they are looked at too often to go round by HTTP. */
public final class TableStreams {
    private final DynamoDBRequestHandler database;
    private final String region;

    TableStreams(DynamoDBRequestHandler database, String region) {
        this.database = database;
        this.region = region;
    }

    public DescribeStreamResponse describe(DescribeStreamRequest request) {
        return database.describeStream(LocalDynamo.ANYBODY, region, request);
    }

    public GetShardIteratorResponse iterator(GetShardIteratorRequest request) {
        return database.getShardIterator(LocalDynamo.ANYBODY, region, request);
    }

    public GetRecordsResponse records(GetRecordsRequest request) {
        return database.getRecords(LocalDynamo.ANYBODY, region, request);
    }
}
