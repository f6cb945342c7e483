package org.hearth.lambda.dynamo;

import java.util.Map;
import java.util.Optional;
import org.hearth.forum.Page;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.audit.AuditLog;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The audit log in its table of its own; its head lies with the cases. */
public final class DynamoAuditLog implements AuditLog {
  private final Tables tables;

  public DynamoAuditLog(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<AuditHead> head() {
    return tables.get(tables.auditHeads(), "AUDIT", "HEAD");
  }

  @Override
  public Page<AuditEntry> month(String month, long afterSequence, int size) {
    var answer = tables.client.query(query -> query.tableName(tables.auditTable)
        .keyConditionExpression("pk = :month AND sk > :after")
        .consistentRead(true)
        .expressionAttributeValues(Map.of(
            ":month", AttributeValue.fromS(ModerationSchemas.AUDIT + month),
            ":after", AttributeValue.fromS(ModerationSchemas.sequence(afterSequence))))
        .limit(size + 1));
    var items = answer.items().stream().map(tables.auditEntries()::record).toList();
    if (items.size() <= size && answer.hasLastEvaluatedKey() && !answer.lastEvaluatedKey().isEmpty()) {
      return new Page<>(items, Optional.of(Long.toString(items.getLast().sequence())));
    }
    return Page.of(items, size, entry -> Long.toString(entry.sequence()));
  }
}
