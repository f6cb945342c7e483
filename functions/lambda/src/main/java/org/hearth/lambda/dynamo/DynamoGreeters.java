package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.greeting.Greeter;
import org.hearth.forum.greeting.Greeters;
import org.hearth.forum.greeting.GreetersTold;
import org.hearth.forum.posting.ForumThread;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Who greets, in the Members table; and the threads that wait, by the index in which only such threads are. */
public final class DynamoGreeters implements Greeters {
  private final Tables tables;

  public DynamoGreeters(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Greeter> find(String memberId) {
    return tables.get(tables.greeters(), MemberSchemas.GREETERS, memberId);
  }

  @Override
  public List<Greeter> all() {
    return tables.client.queryPaginator(query -> query.tableName(tables.membersTable)
            .keyConditionExpression("pk = :greeters")
            .expressionAttributeValues(Map.of(":greeters", AttributeValue.fromS(MemberSchemas.GREETERS))))
        .items().stream().map(tables.greeters()::record).toList();
  }

  @Override
  public List<ForumThread> unanswered(Instant after, Instant upTo, int most) {
    var ids = tables.client.query(query -> query.tableName(tables.contentTable).indexName("pending")
            .keyConditionExpression("pending = :unanswered AND since BETWEEN :after AND :upTo")
            .expressionAttributeValues(Map.of(
                ":unanswered", AttributeValue.fromS(ContentSchemas.UNANSWERED),
                ":after", Attributes.number(after.toEpochMilli() + 1),
                ":upTo", Attributes.number(upTo.toEpochMilli())))
            .limit(most))
        .items().stream().map(item -> item.get("pk").s().substring(ContentSchemas.THREAD.length())).toList();
    return new DynamoPosts(tables).threads(ids).stream().filter(ForumThread::unanswered).toList();
  }

  @Override
  public Optional<GreetersTold> told() {
    return tables.get(tables.greetersTold(), MemberSchemas.KEYS, MemberSchemas.GREETED);
  }
}
