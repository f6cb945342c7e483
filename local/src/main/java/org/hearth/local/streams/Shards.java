package org.hearth.local.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** Reads a stream shard by shard: a child only after its parent was read to the end, so that no item's changes change places. */
final class Shards {
    private final DynamoDbStreamsClient client;
    private final String streamArn;
    private final String mapping;
    private final Checkpoints checkpoints;
    private final boolean fromTheBeginning;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private boolean first = true;

    Shards(DynamoDbStreamsClient client, String streamArn, String mapping, Checkpoints checkpoints, boolean fromTheBeginning) {
        this.client = client;
        this.streamArn = streamArn;
        this.mapping = mapping;
        this.checkpoints = checkpoints;
        this.fromTheBeginning = fromTheBeginning;
    }

    /** Looks which shards there are, and opens those whose turn has come. */
    void discover() {
        List<Shard> shards = describe();
        Set<String> known = new HashSet<>();
        shards.forEach(shard -> known.add(shard.shardId()));
        finished.retainAll(known);
        for (Shard shard : shards) {
            String id = shard.shardId();
            boolean parentIsDone = shard.parentShardId() == null || !known.contains(shard.parentShardId())
                    || finished.contains(shard.parentShardId());
            if (parentIsDone && !finished.contains(id) && !iterators.containsKey(id)) {
                open(id);
            }
        }
        first = false;
    }

    Set<String> open() {
        return Set.copyOf(iterators.keySet());
    }

    /** The next records of an open shard. The shard moves on only when {@link #done} is called. */
    Read read(String shard, int limit) {
        try {
            GetRecordsResponse response = client.getRecords(request -> request.shardIterator(iterators.get(shard)).limit(limit));
            return new Read(shard, response.records(), Optional.ofNullable(response.nextShardIterator()));
        } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
            iterators.remove(shard);
            open(shard);
            return new Read(shard, List.of(), Optional.ofNullable(iterators.get(shard)));
        }
    }

    void done(Read read) {
        if (!read.records().isEmpty()) {
            checkpoints.reached(mapping, read.shard(), read.records().getLast().dynamodb().sequenceNumber());
        }
        if (read.next().isPresent()) {
            iterators.put(read.shard(), read.next().get());
        } else {
            iterators.remove(read.shard());
            finished.add(read.shard());
            discover();
        }
    }

    private void open(String shard) {
        Optional<String> position = checkpoints.position(mapping, shard);
        if (position.isPresent()) {
            try {
                iterators.put(shard, iterator(shard, ShardIteratorType.AFTER_SEQUENCE_NUMBER, position.get()));
                return;
            } catch (TrimmedDataAccessException e) {
                // Older than a day: what is left of the shard starts later.
            }
        }
        boolean fromHere = first && !fromTheBeginning && position.isEmpty();
        iterators.put(shard, iterator(shard, fromHere ? ShardIteratorType.LATEST : ShardIteratorType.TRIM_HORIZON, null));
    }

    private String iterator(String shard, ShardIteratorType type, String after) {
        return client.getShardIterator(request -> request.streamArn(streamArn).shardId(shard).shardIteratorType(type)
                .sequenceNumber(after)).shardIterator();
    }

    private List<Shard> describe() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            String from = last;
            DescribeStreamResponse page = client.describeStream(request -> request.streamArn(streamArn).exclusiveStartShardId(from));
            shards.addAll(page.streamDescription().shards());
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    record Read(String shard, List<Record> records, Optional<String> next) {
    }
}
