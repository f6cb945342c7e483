package org.hearth.local.tables;

import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorResponse;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;
import software.amazon.dynamodb.services.local.server.DynamoDBRequestHandler;

/** The tables' streams. */
public interface TableStreams {
    DescribeStreamResponse describe(DescribeStreamRequest request);

    GetShardIteratorResponse iterator(GetShardIteratorRequest request);

    GetRecordsResponse records(GetRecordsRequest request);

    /** Of tables in this process: they are looked at too often to go round by HTTP. */
    record Here(DynamoDBRequestHandler database, String region) implements TableStreams {
        @Override
        public DescribeStreamResponse describe(DescribeStreamRequest request) {
            return database.describeStream(LocalDynamo.ANYBODY, region, request);
        }

        @Override
        public GetShardIteratorResponse iterator(GetShardIteratorRequest request) {
            return database.getShardIterator(LocalDynamo.ANYBODY, region, request);
        }

        @Override
        public GetRecordsResponse records(GetRecordsRequest request) {
            return database.getRecords(LocalDynamo.ANYBODY, region, request);
        }
    }

    /** Of tables in another process. */
    record Elsewhere(DynamoDbStreamsClient client) implements TableStreams {
        @Override
        public DescribeStreamResponse describe(DescribeStreamRequest request) {
            return client.describeStream(request);
        }

        @Override
        public GetShardIteratorResponse iterator(GetShardIteratorRequest request) {
            return client.getShardIterator(request);
        }

        @Override
        public GetRecordsResponse records(GetRecordsRequest request) {
            return client.getRecords(request);
        }
    }
}
