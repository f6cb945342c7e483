package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.Stored;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.erasure.Erasures;
import org.hearth.forum.erasure.KeptCase;
import org.hearth.forum.reporting.Report;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Wishes to be erased in the Members table, and what lies where. */
public final class DynamoErasures implements Erasures {
  private final Tables tables;

  public DynamoErasures(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Erasure> find(String memberId) {
    return tables.get(tables.erasures(), MemberSchemas.ERASURES, memberId);
  }

  @Override
  public List<Erasure> waiting() {
    return partition(MemberSchemas.ERASURES).map(tables.erasures()::record).toList();
  }

  // A kind of item that nobody has told this how to read stops the erasure: nothing may be left behind unseen.
  @Override
  public List<Stored> belongings(String memberId) {
    return partition(MemberSchemas.MEMBER + memberId)
        .filter(item -> !sort(item).equals(MemberSchemas.PROFILE) && !sort(item).startsWith(MemberSchemas.SESSION))
        .map(item -> (Stored) tables.ofMember(sort(item)).record(item))
        .toList();
  }

  @Override
  public List<Report> reportsBy(String memberId) {
    return concerning(ModerationSchemas.REPORTER + memberId).map(tables.reports()::record).toList();
  }

  @Override
  public Optional<KeptCase> keptCase(String caseId) {
    return tables.get(tables.keptCases(), ModerationSchemas.CASE + caseId, ModerationSchemas.KEPT);
  }

  @Override
  public List<KeptCase> keptCases(Instant until, int most) {
    return concerning(ModerationSchemas.KEPT).map(tables.keptCases()::record)
        .filter(kept -> !kept.until().isAfter(until))
        .sorted(Comparator.comparing(KeptCase::until))
        .limit(most)
        .toList();
  }

  private Stream<Map<String, AttributeValue>> partition(String key) {
    return tables.client.queryPaginator(query -> query.tableName(tables.membersTable)
            .keyConditionExpression("pk = :key")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(key))))
        .items().stream();
  }

  private Stream<Map<String, AttributeValue>> concerning(String key) {
    return tables.client.queryPaginator(query -> query.tableName(tables.moderationTable).indexName("byMember")
            .keyConditionExpression("concerns = :key")
            .expressionAttributeValues(Map.of(":key", AttributeValue.fromS(key))))
        .items().stream();
  }

  private static String sort(Map<String, AttributeValue> item) {
    return item.get("sk").s();
  }
}
