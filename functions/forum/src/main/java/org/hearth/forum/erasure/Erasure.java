package org.hearth.forum.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.hearth.forum.Stored;
import org.hearth.forum.members.Profile;

/**
 * A member's wish to be erased, while they can still change their mind.
 *
 * @param askedAt when they asked
 * @param dueAt from when on it is carried out
 */
public record Erasure(String memberId, Choice posts, Instant askedAt, Instant dueAt, long revision) implements Stored {

  /** What becomes of posts that others could see. What they could not see goes either way. */
  public enum Choice {
    /** The words go. */
    REMOVE,
    /** The words stay; whose they were goes. */
    KEEP_UNNAMED;

    public String id() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Choice> of(String id) {
      return Arrays.stream(values()).filter(choice -> choice.id().equals(id)).findFirst();
    }
  }

  /** Long enough to think better of it after a bad week. */
  public static final Duration COOLING_OFF = Duration.ofDays(7);
  /** How long a case keeps its words once it is closed: as long as somebody may still ask about it. */
  public static final Duration CASE_KEPT = Duration.ofDays(365);
  /** How far back the tables' own backups reach (DynamoDB keeps 35 days). */
  public static final Duration BACKUPS = Duration.ofDays(35);

  public static Erasure asked(String memberId, Choice posts, Instant now) {
    return new Erasure(memberId, posts, now, now.plus(COOLING_OFF), 1);
  }

  /** Another choice; the days already waited count. */
  public Erasure choosing(Choice another) {
    return new Erasure(memberId, another, askedAt, dueAt, revision + 1);
  }

  public boolean due(Instant now) {
    return !now.isBefore(dueAt);
  }

  /** Whether it was asked by the person behind this profile: somebody who came back after an erasure did not ask again. */
  public boolean concerns(Profile profile) {
    return !profile.joinedAt().isAfter(askedAt);
  }
}
