package org.hearth.lambda.dynamo;

import java.util.Optional;
import org.hearth.forum.reporting.AddressUse;
import org.hearth.forum.reporting.Senders;
import org.hearth.forum.reporting.SentReport;

/** What is remembered of visitors' reports, in the Members table, which forgets by itself. */
public final class DynamoSenders implements Senders {
  private final Tables tables;

  public DynamoSenders(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<SentReport> sent(String key) {
    return tables.get(tables.sentReports(), MemberSchemas.SENT + key, MemberSchemas.REPORTS);
  }

  @Override
  public Optional<AddressUse> use(String address) {
    return tables.get(tables.addressUses(), MemberSchemas.ADDRESS + address, MemberSchemas.REPORTS);
  }
}
