package org.hearth.forum.posting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Remembers the groups for a minute, so that reading a page costs no query for them. */
public final class CachedGroups implements Groups {
  private static final Duration KEPT = Duration.ofMinutes(1);

  private record Read(List<Group> groups, Instant at) {}

  private final Groups groups;
  private final InstantSource clock;
  private volatile Read last = new Read(List.of(), Instant.MIN);

  public CachedGroups(Groups groups, InstantSource clock) {
    this.groups = groups;
    this.clock = clock;
  }

  @Override
  public List<Group> all() {
    var known = last;
    var now = clock.instant();
    // No groups yet is worth asking again: somebody is just setting up.
    if (known.groups().isEmpty() || now.isAfter(known.at().plus(KEPT)) || now.isBefore(known.at())) {
      known = new Read(groups.all(), now);
      last = known;
    }
    return known.groups();
  }
}
