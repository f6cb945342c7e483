package org.hearth.forum.members;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.hearth.forum.Stored;
import org.hearth.forum.posting.ForumThread;

/**
 * What a member chose for themselves. Nobody else sees any of it.
 *
 * @param breakUntil until when they rest from the forum; null when they do not
 * @param mail of what they want to hear by mail
 * @param filters what they would rather not meet
 * @param conversations whether others may ask them for a conversation between two
 */
public record Preferences(String memberId, Instant breakUntil, Filters filters, Mail mail, boolean conversations, long revision) implements Stored {

  /**
   * @param labels {@code collapse} or {@code hide}, by label
   * @param muted the members they muted, by id; empty texts where it is kept, and their names now where {@link NameFilters} looked
   * @param hidden the threads they hid, by id; empty texts where it is kept, and their titles now where {@link NameFilters} looked
   */
  public record Filters(Map<String, String> labels, Map<String, String> muted, Map<String, String> hidden) {
    public static final Filters NONE = new Filters(Map.of(), Map.of(), Map.of());
    public static final String HIDE = "hide";
    public static final String COLLAPSE = "collapse";

    public boolean none() {
      return equals(NONE);
    }
  }

  /**
   * @param subject what the members' issuer calls them: it knows their address, and the forum does not; null while they want no mail
   * @param replies whether they hear of answers to what they wrote and in what they follow
   * @param decisions whether they hear of decisions on what they wrote
   * @param digestAt when they next hear whether there was anything new in a week; null when they do not want to
   */
  public record Mail(String subject, boolean replies, boolean decisions, Instant digestAt) {
    public static final Mail NONE = new Mail(null, false, false, null);
    public static final Duration DIGEST_EVERY = Duration.ofDays(7);

    public boolean digest() {
      return digestAt != null;
    }
  }

  /** Of somebody who has no conversations between two. */
  public Preferences(String memberId, Instant breakUntil, Filters filters, Mail mail, long revision) {
    this(memberId, breakUntil, filters, mail, false, revision);
  }

  public static Preferences none(String memberId) {
    return new Preferences(memberId, null, Filters.NONE, Mail.NONE, 0);
  }

  /** Until when they rest, if they do at that time. */
  public Instant restsUntil(Instant now) {
    return breakUntil != null && now.isBefore(breakUntil) ? breakUntil : null;
  }

  public Preferences mailing(Mail newMail) {
    return new Preferences(memberId, breakUntil, filters, newMail, conversations, revision + 1);
  }

  /** Whether they would rather not meet this thread, or fold it away first. */
  public boolean avoids(ForumThread thread) {
    return filters.hidden().containsKey(thread.id()) || thread.labels().stream().anyMatch(filters.labels()::containsKey)
        || !thread.anonymous() && mutes(thread.authorId());
  }

  public boolean mutes(String otherId) {
    return otherId != null && filters.muted().containsKey(otherId);
  }
}
