package org.hearth.forum.moderation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.hearth.forum.Stored;
import org.hearth.forum.posting.Alias;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.screening.Finding;

/**
 * All that was ever asked and decided about one post, one member or one complaint. There is one case for each, which
 * is opened again when something new is said, so that nothing has two and the history is whole.
 *
 * @param id the id of the post or the member that it is about; a complaint has one of its own
 * @param snapshots the words as they were when they came here; they stay whatever becomes of the post
 * @param reasons in plain words, why it is here
 * @param claim null when nobody has it
 * @param appeal null when nothing is appealed
 * @param closedAt null while open
 * @param clocks when it was seen, acted on, and told to people, since it was opened or became more urgent
 * @param flags how many members reported it since it was opened, without those whose reports seldom lead to anything
 * @param followUp what is owed to somebody who was in danger; null when nothing is
 * @param outcome the newest decision; it stays when the case is opened again; null before the first
 */
public record Case(
    String id,
    Kind kind,
    State state,
    Risk risk,
    Instant openedAt,
    Instant closedAt,
    Subject subject,
    List<Snapshot> snapshots,
    List<Finding> findings,
    List<String> reasons,
    int reportCount,
    Claim claim,
    OpenAppeal appeal,
    List<Event> events,
    Clocks clocks,
    boolean checkFailed,
    int flags,
    FollowUp followUp,
    Outcome outcome,
    long revision)
    implements Stored {

  public enum Kind {
    POST,
    MEMBER,
    COMPLAINT,
    /** Made up, to practise: it waits, is told and is timed like any other, and then is in no list and no count. */
    DRILL
  }

  public enum State {
    OPEN,
    /** Decided, and somebody still has to ask after the person. */
    FOLLOW_UP,
    CLOSED
  }

  /** What it is about, as far as it is about it: any of these may be null. */
  public record Subject(
      String postId, String threadId, String groupId, String groupName, String memberId, String memberName, String title, String snippet) {

    /** Whether moderators are not to know who it is about, unless they say why they must. */
    public boolean anonymous() {
      return Alias.is(memberName);
    }

    /** After its thread was moved to that group. */
    public Subject movedTo(Group group) {
      boolean closed = group.visibility().closed();
      return new Subject(postId, threadId, group.id(), group.name(), memberId, memberName, closed ? null : title, closed ? "" : snippet);
    }

    /** After the member was erased. */
    public Subject unnamed(boolean postStays) {
      return new Subject(postId, threadId, groupId, groupName, memberId, anonymous() ? memberName : Post.FORMER_MEMBER, postStays ? title : null, postStays ? snippet : "");
    }
  }

  /**
   * @param version the post's version; 0 for words that are not a post's
   * @param redacted whether a moderator had taken something out, so that these are not the author's own words
   */
  public record Snapshot(int version, String title, String text, Instant takenAt, boolean redacted) {

    /** Of the author's own words. */
    public Snapshot(int version, String title, String text, Instant takenAt) {
      this(version, title, text, takenAt, false);
    }
  }

  /** Who is at work on it, and until when. */
  public record Claim(String moderatorId, String moderatorName, Instant until) {}

  /** @param decidedBy who made the decision, and so may not decide on the appeal */
  public record OpenAppeal(String id, String decisionId, String decidedBy, String note, Instant at) {}

  /** @param by who did it; null when it was the forum itself */
  public record Event(Instant at, String what, String by) {}

  /**
   * What was done when. Each is null until it was done.
   *
   * @param seenAt when a moderator first opened it
   * @param actedAt when it was first decided on
   * @param leadToldAt when the lead was first told
   * @param toldAt when moderators were last told
   * @param breachTold whether the lead was told that it waits too long
   */
  public record Clocks(Instant seenAt, Instant actedAt, Instant leadToldAt, Instant toldAt, boolean breachTold) {
    public static final Clocks NONE = new Clocks(null, null, null, null, false);

    public Clocks seen(Instant at) {
      return seenAt != null ? this : new Clocks(at, actedAt, leadToldAt, toldAt, breachTold);
    }

    public Clocks acted(Instant at) {
      return actedAt != null ? this : new Clocks(seenAt == null ? at : seenAt, at, leadToldAt, toldAt, breachTold);
    }

    public Clocks told(Instant at, boolean leadToo) {
      return new Clocks(seenAt, actedAt, leadToo && leadToldAt == null ? at : leadToldAt, at, breachTold);
    }

    /** The follow-up has a clock of its own, of which nobody has been told yet. */
    Clocks withoutBreach() {
      return new Clocks(seenAt, actedAt, leadToldAt, toldAt, false);
    }

    public Clocks breachTold(Instant at) {
      return new Clocks(seenAt, actedAt, leadToldAt == null ? at : leadToldAt, toldAt, true);
    }
  }

  /**
   * Somebody asks after a person who was in danger: a crisis line was shown to them, and that alone is seldom enough.
   *
   * @param dueAt within a day of the crisis
   * @param doneAt null until it was done
   * @param by who did it
   * @param note what came of it, for moderators
   */
  public record FollowUp(Instant dueAt, Instant doneAt, String by, String note) {
    public static final Duration WITHIN = Duration.ofHours(24);

    public boolean done() {
      return doneAt != null;
    }
  }

  /** @param action what was decided last */
  public record Outcome(Action action, Instant at) {}

  private static final int SNIPPET = 160;

  /** A case that was not there before; {@link #changed} gives it its first revision. */
  public static Case opened(String id, Kind kind, Risk risk, Subject subject, Instant now) {
    return new Case(id, kind, State.OPEN, risk, now, null, subject, List.of(), List.of(), List.of(), 0, null, null, List.of(), Clocks.NONE,
        false, 0, risk == Risk.CRISIS ? followUp(kind, now) : null, null, 0);
  }

  static FollowUp followUp(Kind kind, Instant now) {
    return kind == Kind.DRILL ? null : new FollowUp(now.plus(FollowUp.WITHIN), null, null, null);
  }

  public boolean open() {
    return state == State.OPEN;
  }

  public Instant dueAt() {
    return openedAt.plus(risk.target());
  }

  public boolean breached(Instant now) {
    return open() && now.isAfter(dueAt());
  }

  /**
   * Where it stands in its list, as text that sorts: open ones by risk, then age; those to follow up by when that is due; closed
   * ones by when they were closed. An amber case counts as red from its target on, so that it rises with age and yet never
   * stands before a red one that was there by then.
   */
  public String place() {
    return switch (state) {
      case OPEN -> String.format("%d#%013d#%s", risk.band(), openedAt.plus(risk.headStart()).toEpochMilli(), id);
      case FOLLOW_UP -> String.format("%013d#%s", followUp.dueAt().toEpochMilli(), id);
      case CLOSED -> String.format("%013d#%s", closedAt.toEpochMilli(), id);
    };
  }

  /** Whether it stands in a list: a drill does only while it waits. */
  public boolean listed() {
    return open() || !drill();
  }

  /** What people are told that it is: until somebody has opened it, a drill is a post like any other. */
  public Kind shownKind() {
    return drill() && clocks.seenAt() == null ? Kind.POST : kind;
  }

  public boolean drill() {
    return kind == Kind.DRILL;
  }

  /** Whether whoever decides it writes to the author as well. */
  public boolean wantsReply() {
    return open() && risk == Risk.CRISIS && subject.memberId() != null && !drill();
  }

  /** The claim, if it has not lapsed. */
  public Claim claimAt(Instant now) {
    return claim != null && now.isBefore(claim.until()) ? claim : null;
  }

  public boolean claimedBy(String moderatorId, Instant now) {
    var current = claimAt(now);
    return current != null && current.moderatorId().equals(moderatorId);
  }

  /** Whether a moderator has passed it to the lead, whose it is until its target has passed: then whoever is there may take it. */
  public boolean withLead(Instant now) {
    boolean passed = open() && !drill() && outcome != null && outcome.action() == Action.ESCALATE && !outcome.at().isBefore(openedAt);
    return passed && now.isBefore(outcome.at().plus(risk.target()));
  }

  public Snapshot lastSnapshot() {
    return snapshots.isEmpty() ? null : snapshots.getLast();
  }

  /** The first characters of a text, on one line, never half a character. */
  public static String snippetOf(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= SNIPPET ? line : line.substring(0, line.offsetByCodePoints(0, SNIPPET)) + "…";
  }

  /** The case with some things changed, one revision on. */
  public Case changed(Consumer<CaseDraft> change) {
    var draft = new CaseDraft(this);
    change.accept(draft);
    return draft.toCase();
  }
}
