package org.hearth.lambda.dynamo;

import org.hearth.forum.Stores;
import org.hearth.forum.TestIds;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.dynamodb.services.local.embedded.DynamoDBEmbedded;

/** DynamoDB Local inside this process: one for all tests, in memory only, and gone with the process. */
final class DynamoLocal {
  private static final class Holder {
    private static final DynamoDbClient CLIENT = DynamoDBEmbedded.create().dynamoDbClient();
  }

  private DynamoLocal() {}

  static DynamoDbClient client() {
    return Holder.CLIENT;
  }

  /** Tables of the template that nobody else uses. */
  static Tables newTables() {
    var prefix = TestIds.any() + "-";
    TemplateTables.named(prefix).values().forEach(client()::createTable);
    return new Tables(client(), prefix + "ContentTable", prefix + "MembersTable", prefix + "ModerationTable", prefix + "AuditTable");
  }

  static Stores stores(Tables tables) {
    var posts = new DynamoPosts(tables);
    return new Stores(posts, posts, new DynamoMembers(tables), new DynamoErasures(tables), new DynamoMarks(tables), new DynamoSenders(tables), new DynamoGreeters(tables), new DynamoResources(tables), new DynamoInvitations(tables),
        new DynamoInvitations(tables), new DynamoConversations(tables), new DynamoCases(tables),
        new DynamoAuditLog(tables), new DynamoRotas(tables), new DynamoCares(tables), new DynamoDrills(tables), new DynamoGroups(tables),
        new DynamoChanges(tables));
  }
}
