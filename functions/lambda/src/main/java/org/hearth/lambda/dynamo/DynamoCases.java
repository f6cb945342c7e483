package org.hearth.lambda.dynamo;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.Page;
import org.hearth.forum.Stored;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.CaseFilter;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.reporting.Report;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/** Cases in the Moderation table. */
public final class DynamoCases implements Cases {
  // About 100 KB, so 12.5 read units at the most.
  private static final int LOOKED_THROUGH = 200;

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

  /** One query. With a filter it looks through so many of the list, from where the risk that is wanted begins. */
  @Override
  public Page<Case> in(Case.State state, CaseFilter filter, Optional<String> position, int size) {
    boolean rising = state != Case.State.CLOSED;
    boolean oneRisk = state == Case.State.OPEN && filter.risk() != null;
    var from = position.or(() -> oneRisk ? Optional.of(filter.risk().band() + "#") : Optional.empty());
    var answer = tables.client.query(ranked(state, from, rising).limit(filter.takesAll() ? size + 1 : LOOKED_THROUGH).build());
    var fitting = answer.items().stream().filter(item -> filter.takes(tables.cases().record(item))).toList();
    // A query ends at a megabyte, also before the page is full.
    boolean cut = filter.takesAll() && fitting.size() <= size && answer.hasLastEvaluatedKey();
    if (!cut && filter.takesAll() || fitting.size() > size) {
      return Page.of(fitting, size, DynamoCases::rank).map(tables.cases()::record);
    }
    boolean more = answer.hasLastEvaluatedKey() && !(oneRisk && rank(answer.items().getLast()).charAt(0) - '0' > filter.risk().band());
    return new Page<>(fitting.stream().map(tables.cases()::record).toList(), more ? Optional.of(rank(answer.items().getLast())) : Optional.empty());
  }

  private QueryRequest.Builder ranked(Case.State state, Optional<String> from, boolean rising) {
    var values = new HashMap<>(Map.of(":state", AttributeValue.fromS(state.name())));
    var names = new HashMap<>(Map.of("#state", "state"));
    from.ifPresent(rank -> {
      values.put(":from", AttributeValue.fromS(rank));
      names.put("#rank", "rank");
    });
    return QueryRequest.builder().tableName(tables.moderationTable).indexName("byState")
        .keyConditionExpression("#state = :state" + (from.isEmpty() ? "" : rising ? " AND #rank > :from" : " AND #rank < :from"))
        .expressionAttributeNames(names)
        .expressionAttributeValues(values)
        .scanIndexForward(rising);
  }

  private static String rank(Map<String, AttributeValue> item) {
    return item.get("rank").s();
  }

  @Override
  public List<MemberNote> notes(String memberId) {
    return tables.client.queryPaginator(query -> query.tableName(tables.moderationTable)
            .keyConditionExpression("pk = :member AND begins_with(sk, :note)")
            .consistentRead(true)
            .scanIndexForward(false)
            .expressionAttributeValues(Map.of(":member", AttributeValue.fromS(ModerationSchemas.MEMBER + memberId),
                ":note", AttributeValue.fromS(ModerationSchemas.NOTE))))
        .items().stream().map(tables.memberNotes()::record).toList();
  }

  @Override
  public Optional<QueueCounts> counts() {
    return tables.get(tables.queueCounts(), ModerationSchemas.QUEUE, ModerationSchemas.QUEUE);
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
