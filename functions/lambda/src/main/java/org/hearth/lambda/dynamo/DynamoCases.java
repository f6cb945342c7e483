package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.Page;
import org.hearth.forum.Stored;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.reporting.Report;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Cases in the Moderation table. */
public final class DynamoCases implements Cases {
  private final Tables tables;

  public DynamoCases(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Case> find(String caseId) {
    return tables.get(tables.cases(), ModerationSchemas.CASE + caseId, ModerationSchemas.CASE_ITEM);
  }

  @Override
  public List<Case> all(List<String> caseIds) {
    if (caseIds.isEmpty()) {
      return List.of();
    }
    var keys = caseIds.stream().map(id -> Tables.key(ModerationSchemas.CASE + id, ModerationSchemas.CASE_ITEM)).toList();
    var wanted = Map.of(tables.moderationTable, KeysAndAttributes.builder().keys(keys).consistentRead(true).build());
    return Batch.get(tables.client, wanted).getOrDefault(tables.moderationTable, List.of()).stream().map(tables.cases()::record).toList();
  }

  @Override
  public Optional<CaseFile> file(String caseId) {
    var items = tables.client.queryPaginator(query -> query.tableName(tables.moderationTable)
            .keyConditionExpression("pk = :case")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":case", AttributeValue.fromS(ModerationSchemas.CASE + caseId))))
        .items().stream().toList();
    return of(items, ModerationSchemas.CASE_ITEM, tables.cases()).findFirst().map(found -> new CaseFile(
        found,
        of(items, ModerationSchemas.REPORT, tables.reports()).sorted(Comparator.comparing(Report::at)).toList(),
        of(items, ModerationSchemas.DECISION, tables.decisions()).toList()));
  }

  private static <T extends Stored> Stream<T> of(
      List<Map<String, AttributeValue>> items, String mark, Tables.Home<T> home) {
    return items.stream().filter(item -> item.get("sk").s().startsWith(mark)).map(home::record);
  }

  @Override
  public Page<Case> in(Case.State state, Optional<String> position, int size) {
    boolean open = state != Case.State.CLOSED;
    var comparison = position.isEmpty() ? "" : open ? " AND #rank > :position" : " AND #rank < :position";
    var values = position.isEmpty()
        ? Map.of(":state", AttributeValue.fromS(state.name()))
        : Map.of(":state", AttributeValue.fromS(state.name()), ":position", AttributeValue.fromS(position.get()));
    var names = position.isEmpty() ? Map.of("#state", "state") : Map.of("#state", "state", "#rank", "rank");
    var items = tables.client.query(query -> query.tableName(tables.moderationTable).indexName("byState")
            .keyConditionExpression("#state = :state" + comparison)
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .scanIndexForward(open)
            .limit(size + 1))
        .items();
    return Page.of(items, size, last -> last.get("rank").s()).map(tables.cases()::record);
  }

  @Override
  public Optional<Report> reportBy(String caseId, String memberId) {
    return tables.get(tables.reports(), ModerationSchemas.CASE + caseId, ModerationSchemas.reportKey(memberId));
  }

  @Override
  public List<Decision> concerning(String memberId, int most) {
    return tables.client.query(query -> query.tableName(tables.moderationTable).indexName("byMember")
            .keyConditionExpression("concerns = :member AND begins_with(sk, :mark)")
            .expressionAttributeValues(Map.of(
                ":member", AttributeValue.fromS(memberId), ":mark", AttributeValue.fromS(ModerationSchemas.DECISION)))
            .scanIndexForward(false)
            .limit(most))
        .items().stream().map(tables.decisions()::record).toList();
  }

  @Override
  public ReplyTemplates templates() {
    return tables.get(tables.templates(), ModerationSchemas.TEMPLATES, ModerationSchemas.TEMPLATES).orElse(ReplyTemplates.STANDARD);
  }

  // The index keeps a member's reports in no order of time, and nobody has so many that reading them all costs anything.
  @Override
  public List<Report> reportsBy(String memberId, int most) {
    return tables.client.queryPaginator(query -> query.tableName(tables.moderationTable).indexName("byMember")
            .keyConditionExpression("concerns = :reporter")
            .expressionAttributeValues(Map.of(":reporter", AttributeValue.fromS(ModerationSchemas.REPORTER + memberId))))
        .items().stream().map(tables.reports()::record).sorted(Comparator.comparing(Report::at).reversed()).limit(most).toList();
  }

  @Override
  public Optional<Report> reportOf(String reference) {
    return tables.get(tables.references(), ModerationSchemas.REFERENCE + reference, "REFERENCE")
        .flatMap(found -> file(found.caseId()))
        .flatMap(file -> file.reports().stream().filter(report -> report.reference().equals(reference)).findFirst());
  }

  @Override
  public List<Case> since(Instant since, int most) {
    var open = Stream.of(Risk.CRISIS, Risk.RED, Risk.GREEN)
        .flatMap(first -> ranked(Case.State.OPEN, first.band() + "#" + millis(since), first.band() + "#~", most));
    var closed = Stream.of(Case.State.FOLLOW_UP, Case.State.CLOSED).flatMap(state -> ranked(state, millis(since), "~", most));
    return Stream.concat(open, closed)
        .filter(one -> !(one.open() ? one.openedAt() : one.closedAt()).isBefore(since))
        .limit(most)
        .toList();
  }

  private Stream<Case> ranked(Case.State state, String from, String to, int most) {
    return tables.client.query(query -> query.tableName(tables.moderationTable).indexName("byState")
            .keyConditionExpression("#state = :state AND #rank BETWEEN :from AND :to")
            .expressionAttributeNames(Map.of("#state", "state", "#rank", "rank"))
            .expressionAttributeValues(Map.of(
                ":state", AttributeValue.fromS(state.name()), ":from", AttributeValue.fromS(from), ":to", AttributeValue.fromS(to)))
            .limit(most))
        .items().stream().map(tables.cases()::record);
  }

  private static String millis(Instant time) {
    return String.format("%013d", time.toEpochMilli());
  }
}
