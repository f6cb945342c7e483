package org.hearth.forum;

import java.util.Optional;
import org.hearth.forum.reporting.AddressUse;
import org.hearth.forum.reporting.Senders;
import org.hearth.forum.reporting.SentReport;

/** What is remembered of visitors' reports in an {@link InMemoryForum}. */
public final class InMemorySenders implements Senders {
  private final InMemoryForum forum;

  InMemorySenders(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<SentReport> sent(String key) {
    return forum.get(SentReport.class, key);
  }

  @Override
  public Optional<AddressUse> use(String address) {
    return forum.get(AddressUse.class, address);
  }
}
