package org.hearth.forum.reporting;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Stored;
import org.hearth.forum.members.Window;

/**
 * How often visitors of one address have reported of late.
 *
 * @param address stands for the address, without telling it
 * @param expiresAt when it is forgotten
 */
public record AddressUse(String address, Window reports, Instant expiresAt, long revision) implements Stored {
  /** All addresses together. */
  static final String EVERYBODY = "everybody";
  private static final Duration KEPT = Duration.ofHours(2);

  static AddressUse none(String address) {
    return new AddressUse(address, Window.EMPTY, Instant.EPOCH, 0);
  }

  AddressUse oneMore(Instant now, int most) {
    return new AddressUse(address, reports.oneMore(now, most), now.plus(KEPT), revision + 1);
  }
}
