package org.hearth.forum;

import java.time.Instant;

/** Makes ULIDs: 26 characters that sort by the time they were made for. */
@FunctionalInterface
public interface Ids {
  String at(Instant time);
}
