package org.hearth.forum.members;

import java.time.Instant;
import java.util.Map;
import org.hearth.forum.Stored;

/**
 * What a member chose for themselves. Nobody else sees any of it.
 *
 * @param breakUntil until when they rest from the forum; null when they do not
 * @param filters what they would rather not meet
 */
public record Preferences(String memberId, Instant breakUntil, Filters filters, long revision) implements Stored {

  /**
   * @param labels {@code collapse} or {@code hide}, by label
   * @param muted the names of the members they muted, by id
   * @param hidden the titles of the threads they hid, by id
   */
  public record Filters(Map<String, String> labels, Map<String, String> muted, Map<String, String> hidden) {
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Map.of());
    public static final String HIDE = "hide";
    public static final String COLLAPSE = "collapse";

    public boolean none() {
      return equals(NONE);
    }
  }

  public static Preferences none(String memberId) {
    return new Preferences(memberId, null, Filters.NONE, 0);
  }

  /** Until when they rest, if they do at that time. */
  public Instant restsUntil(Instant now) {
    return breakUntil != null && now.isBefore(breakUntil) ? breakUntil : null;
  }
}
