package org.hearth.local.streams;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearth.local.tables.TableStreams;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeStreamResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsRequest;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.GetShardIteratorRequest;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;

/** Reads a stream shard by shard: a child only after its parent was read to the end, so that no item's changes change places. */
final class Shards {
    private final TableStreams streams;
    private final String streamArn;
    private final String mapping;
    private final Checkpoints checkpoints;
    private final boolean fromTheBeginning;
    private final Map<String, String> iterators = new HashMap<>();
    private final Set<String> finished = new HashSet<>();
    private boolean first = true;

    Shards(TableStreams streams, String streamArn, String mapping, Checkpoints checkpoints, boolean fromTheBeginning) {
        this.streams = streams;
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
            GetRecordsResponse response = streams.records(
                    GetRecordsRequest.builder().shardIterator(iterators.get(shard)).limit(limit).build());
            return new Read(shard, response.records(), Optional.ofNullable(response.nextShardIterator()));
        } catch (DynamoDbException e) {
            // Iterators last fifteen minutes, and a laptop may sleep longer.
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
            } catch (DynamoDbException e) {
                // Older than a day: what is left of the shard starts later.
            }
        }
        boolean fromHere = first && !fromTheBeginning && position.isEmpty();
        iterators.put(shard, iterator(shard, fromHere ? ShardIteratorType.LATEST : ShardIteratorType.TRIM_HORIZON, null));
    }

    private String iterator(String shard, ShardIteratorType type, String after) {
        return streams.iterator(GetShardIteratorRequest.builder().streamArn(streamArn).shardId(shard).shardIteratorType(type)
                .sequenceNumber(after).build()).shardIterator();
    }

    private List<Shard> describe() {
        List<Shard> shards = new ArrayList<>();
        String last = null;
        do {
            DescribeStreamResponse page = streams.describe(
                    DescribeStreamRequest.builder().streamArn(streamArn).exclusiveStartShardId(last).build());
            shards.addAll(page.streamDescription().shards());
            last = page.streamDescription().lastEvaluatedShardId();
        } while (last != null);
        return shards;
    }

    record Read(String shard, List<Record> records, Optional<String> next) {
    }
}
