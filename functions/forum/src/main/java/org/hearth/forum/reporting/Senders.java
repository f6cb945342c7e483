package org.hearth.forum.reporting;

import java.util.Optional;

/** What is remembered for a while of reports by people who are not signed in. Writes go through {@link org.hearth.forum.Changes}. */
public interface Senders {
  Optional<SentReport> sent(String key);

  Optional<AddressUse> use(String address);
}
