package org.hearth.local.streams;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.hearth.local.tables.ItemJson;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/** A stream's records in the form in which Lambda hands them to functions. */
final class RecordJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordJson() {
    }

    static ObjectNode of(Record record, String streamArn, String region) {
        ObjectNode json = JSON.createObjectNode();
        json.put("eventID", record.eventID());
        json.put("eventName", record.eventNameAsString());
        json.put("eventVersion", record.eventVersion());
        json.put("eventSource", "aws:dynamodb");
        json.put("awsRegion", region);
        json.set("dynamodb", change(record.dynamodb()));
        json.put("eventSourceARN", streamArn);
        return json;
    }

    private static ObjectNode change(StreamRecord change) {
        ObjectNode json = JSON.createObjectNode();
        json.put("ApproximateCreationDateTime", change.approximateCreationDateTime().toEpochMilli() / 1000.0);
        json.set("Keys", ItemJson.write(change.keys()));
        if (change.hasNewImage()) {
            json.set("NewImage", ItemJson.write(change.newImage()));
        }
        if (change.hasOldImage()) {
            json.set("OldImage", ItemJson.write(change.oldImage()));
        }
        json.put("SequenceNumber", change.sequenceNumber());
        json.put("SizeBytes", change.sizeBytes());
        json.put("StreamViewType", change.streamViewTypeAsString());
        return json;
    }
}
