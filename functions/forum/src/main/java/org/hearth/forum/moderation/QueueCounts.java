package org.hearth.forum.moderation;

import java.util.Map;
import org.hearth.forum.Stored;

/**
 * How many cases were open when the sweep last looked. It looks at all of them each minute anyway; counting them with every change
 * would make all changes wait for one another.
 *
 * @param open by risk; none is not in it
 * @param followUps how many people somebody still has to ask after
 */
public record QueueCounts(Map<Risk, Integer> open, int followUps, long revision) implements Stored {
  static final QueueCounts NONE = new QueueCounts(Map.of(), 0, 0);

  boolean same(QueueCounts other) {
    return open.equals(other.open) && followUps == other.followUps;
  }
}
