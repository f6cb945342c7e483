package org.hearth.forum.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.Wording;

/** Decides a case: the post, the person, the case, the audit log and what the author is told change together or not at all. */
public final class Decide {

  public record Decided(Decision decision, Case theCase) {}

  private final Cases cases;
  private final Posts posts;
  private final Members members;
  private final Changes changes;
  private final Auditing audit;
  private final Ids ids;
  private final InstantSource clock;

  public Decide(Cases cases, Posts posts, Members members, Changes changes, Auditing audit, Ids ids, InstantSource clock) {
    this.cases = cases;
    this.posts = posts;
    this.members = members;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @throws Refused without the claim, when the post changed since it was read, or when the draft lacks a rule or a reason
   */
  public Decided by(Caller caller, String caseId, DecisionDraft draft) {
    var moderator = caller.moderator();
    var action = draft.check(clock.instant());
    return Attempts.of(() -> {
      var found = cases.find(caseId).orElseThrow(Refused::notFound);
      requireClaim(found, moderator, clock.instant());
      return decide(moderator, found, action, draft);
    });
  }

  /** Decides about a member without a post: their case is opened for it if there is none. */
  public Decided about(Caller caller, String memberId, DecisionDraft draft) {
    var moderator = caller.moderator();
    var action = draft.check(clock.instant());
    if (!action.sanctions() && action != Action.RESTORE) {
      throw Refused.invalid("action", "About a member, choose warn, mute, suspend, ban or restore.");
    }
    return Attempts.of(() -> {
      var now = clock.instant();
      var member = members.find(memberId).orElseThrow(Refused::notFound);
      var found = cases.find(memberId).orElseGet(() -> MemberCase.of(member, now));
      var current = found.claimAt(now);
      if (current != null && !current.moderatorId().equals(moderator.id())) {
        throw new Refused(new Refusal.Claimed(current.moderatorName(), current.until()));
      }
      return decide(moderator, found, action, draft);
    });
  }

  private static void requireClaim(Case found, Caller.Member moderator, Instant now) {
    var current = found.claimAt(now);
    if (current == null) {
      throw new Refused(new Refusal.NotClaimed());
    }
    if (!current.moderatorId().equals(moderator.id())) {
      throw new Refused(new Refusal.Claimed(current.moderatorName(), current.until()));
    }
  }

  private Decided decide(Caller.Member moderator, Case found, Action action, DecisionDraft draft) {
    var now = clock.instant();
    Fairness.check(found, moderator, now);
    var author = Optional.ofNullable(found.subject().memberId()).flatMap(members::find);
    checkReply(found, action, author, draft);
    var decision = new Decision(ids.at(now), found.id(), action, draft.rule(), draft.reason(), moderator.id(), moderator.name(),
        found.subject().memberId(), now, draft.until(), draft.reply(), 1);
    // Nobody wrote what a drill is about, so nothing but its case is decided.
    var before = Optional.ofNullable(found.drill() ? null : found.subject().postId()).flatMap(id -> posts.find(found.subject().threadId(), id));
    var change = new Change().add(decision);

    var after = before.map(post -> new PostDecision(found, decision, author, now).on(post, draft));
    before.ifPresentOrElse(post -> savePost(change, post, after.get(), now), () -> requireWithoutPost(found, action));
    saveAuthor(change, author, action, decision, found, shownMore(before, after));
    var decided = decidedCase(found, action, decision, before, now);
    change.save(decided);
    changes.commit(audit.to(change, now, moderator.id(), found.drill() ? Audited.DRILL_DECIDED : Audited.of(action.id()), found.id(), decision.rule()));
    return new Decided(decision, decided);
  }

  private void checkReply(Case found, Action action, Optional<Profile> author, DecisionDraft draft) {
    var wording = new Wording();
    boolean reaches = author.isPresent() && action != Action.ESCALATE;
    if (reaches && found.wantsReply()) {
      cases.templates().check(draft.reply(), wording);
    } else {
      wording.because(draft.reply() != null && !reaches, "reply", action == Action.ESCALATE
          ? "Whoever decides writes to them. Leave this empty, and tell the lead in your reason."
          : "There is nobody here who could read this. Leave it empty.");
    }
    wording.check();
  }

  private static void requireWithoutPost(Case found, Action action) {
    boolean lifts = action == Action.RESTORE && found.kind() == Case.Kind.MEMBER;
    if (!found.drill() && !lifts && !action.sanctions() && action != Action.ESCALATE && action != Action.CLOSE) {
      throw Refused.invalid("action", "There is no post here to " + action.id() + ". Close the case, escalate it, or decide about the member.");
    }
  }

  private void savePost(Change change, Post before, Post after, Instant now) {
    if (after.equals(before)) {
      change.unchanged(before);
      return;
    }
    change.save(after);
    if (before.shown() != after.shown()) {
      var thread = posts.thread(before.threadId()).orElseThrow(Refused::notFound);
      change.save(thread.following(before, after, now));
    }
  }

  private static int shownMore(Optional<Post> before, Optional<Post> after) {
    return before.isEmpty() ? 0 : Boolean.compare(after.orElseThrow().shown(), before.get().shown());
  }

  private static void saveAuthor(Change change, Optional<Profile> author, Action action, Decision decision, Case found, int shownMore) {
    boolean lifts = action == Action.RESTORE && found.kind() == Case.Kind.MEMBER;
    if (!action.sanctions() && !lifts) {
      author.ifPresent(someone -> saveWithoutSanction(change, someone, action, decision, found, shownMore));
      return;
    }
    var person = author.orElseThrow(() -> Refused.invalid("action", "There is no member here to " + action.id() + "."));
    if (person.role() != Role.MEMBER) {
      throw new Refused(new Refusal.Locked("This person works here. Speak to the lead, who can take away their role."));
    }
    var standing = standingAfter(action, person, decision.until());
    change.save(person.sanctioned(standing, notice(decision, found, person.notice(), Strictness.of(person, standing)), shownMore));
  }

  // A decision about the post alone leaves the person's sanction as it is, and so upholds it if it was appealed.
  private static void saveWithoutSanction(Change change, Profile someone, Action action, Decision decision, Case found, int shownMore) {
    var told = action == Action.ESCALATE ? someone.notice() : left(decision, found, someone.notice(), found.subject().postId() == null);
    if (!Objects.equals(told, someone.notice())) {
      change.save(someone.sanctioned(someone.standing(), told, shownMore));
    } else if (shownMore != 0) {
      change.save(someone.counting(shownMore));
    }
  }

  private static Standing standingAfter(Action action, Profile person, Instant until) {
    return switch (action) {
      case MUTE -> new Standing(Standing.State.MUTED, until);
      case SUSPEND -> new Standing(Standing.State.SUSPENDED, until);
      case BAN -> new Standing(Standing.State.BANNED, null);
      case RESTORE -> Standing.GOOD;
      case WARN, APPROVE, REDACT, HIDE, REMOVE, ESCALATE, CLOSE -> person.standing();
    };
  }

  /** Whether the case's appeal is against that decision. */
  static boolean appeals(Case found, Notice notice) {
    return found.appeal() != null && notice != null && found.appeal().decisionId().equals(notice.decisionId());
  }

  /**
   * @param before what was told last; when that was appealed, this is the answer
   * @param answer which answer it is then
   */
  static Notice notice(Decision decision, Case found, Notice before, Notice.Appeal.State answer) {
    boolean automatic = !found.findings().isEmpty() || found.checkFailed();
    var appeal = appeals(found, before) ? new Notice.Appeal(answer, decision.at()) : null;
    return new Notice(
        decision.id(), decision.action().id(), decision.rule(), decision.reason(), decision.at(), automatic, appeal, decision.reply());
  }

  /**
   * What somebody is told of a decision that leaves things as they are: that their appeal was heard, and what a moderator wrote to
   * them. It takes nothing away from the notice before, which they may still want to appeal.
   *
   * @param readHere whether this is where they read the moderator's reply
   */
  static Notice left(Decision decision, Case found, Notice before, boolean readHere) {
    var heard = appeals(found, before) ? before.appealed(Notice.Appeal.State.UPHELD, decision.at()) : before;
    if (decision.reply() == null || !readHere) {
      return heard;
    }
    return heard == null ? notice(decision, found, null, null) : heard.replied(decision.reply());
  }

  private static Case decidedCase(Case found, Action action, Decision decision, Optional<Post> before, Instant now) {
    return found.changed(draft -> {
      // What a redaction takes out of the post is kept here, so that it can be undone.
      before.filter(post -> action == Action.REDACT && post.status() != PostStatus.REDACTED)
          .ifPresent(post -> draft.snapshot(new Case.Snapshot(post.version(), post.title(), post.text(), now)));
      draft.event(now, "Decided: " + action.id(), decision.moderatorName());
      draft.outcome = new Case.Outcome(action, now);
      if (action == Action.ESCALATE) {
        draft.open(found.risk() == Risk.RED || found.risk() == Risk.CRISIS ? Risk.CRISIS : Risk.RED, now).because("Escalated by a moderator");
        draft.claim = null;
      } else {
        draft.clocks = draft.clocks.acted(now);
        draft.close(now);
      }
    });
  }
}
