package org.hearth.forum.greeting;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;

/** Brings those whom nobody has answered for hours to people who have offered to. */
public final class Greet {
  /** No reply hurts more than anything else that happens here; this is soon enough to be of use and leaves others the first word. */
  public static final Duration WAITS = Duration.ofHours(4);
  /** What is older is no first hello any more. */
  public static final Duration AT_MOST = Duration.ofDays(30);
  private static final int MOST = 50;

  private final Greeters greeters;
  private final Members members;
  private final Groups groups;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public Greet(Greeters greeters, Members members, Groups groups, Changes changes, Auditing audit, InstantSource clock) {
    this.greeters = greeters;
    this.members = members;
    this.groups = groups;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What waits for a first reply where the caller may write, the one that waits longest first.
   *
   * @throws Refused when the caller neither greets nor moderates
   */
  public List<ForumThread> waiting(Caller caller) {
    var member = caller.reader();
    if (!member.role().moderates() && greeters.find(member.id()).isEmpty()) {
      throw new Refused(new Refusal.WrongRole());
    }
    var now = clock.instant();
    return greeters.unanswered(now.minus(AT_MOST), now.minus(WAITS), MOST).stream().filter(thread -> mayGreet(member, thread)).toList();
  }

  private boolean mayGreet(Caller.Member member, ForumThread thread) {
    return !member.id().equals(thread.authorId())
        && groups.find(thread.groupId()).filter(group -> group.mayBeReadBy(member) && group.mayBeWrittenBy(member)).isPresent();
  }

  /** Those who greet, for those who appoint them. */
  public List<Profile> all(Caller caller) {
    caller.leadOrAdmin();
    return greeters.all().stream().map(Greeter::memberId).map(members::find).flatMap(Optional::stream).toList();
  }

  /** Appoints somebody who offered to greet, or lets them go. Twice is once. */
  public void appoint(Caller caller, String memberId, boolean greets) {
    var by = caller.leadOrAdmin();
    Attempts.of(() -> {
      var profile = members.find(memberId).orElseThrow(Refused::notFound);
      var known = greeters.find(memberId);
      if (known.isPresent() != greets) {
        var now = clock.instant();
        var change = greets ? new Change().add(new Greeter(profile.id(), by.id(), now, 1)) : new Change().remove(known.get());
        changes.commit(audit.to(change, now, by.id(), greets ? Audited.GREETER : Audited.GREETER_ENDED, profile.id(), null));
      }
      return null;
    });
  }

  /** What has come to wait too long since this was last asked. Each thread is answered once. */
  public List<ForumThread> newlyWaiting() {
    return Attempts.of(() -> {
      var now = clock.instant();
      var upTo = now.minus(WAITS);
      var told = greeters.told();
      var after = told.map(GreetersTold::upTo).orElse(upTo.minus(WAITS));
      if (!after.isBefore(upTo)) {
        return List.<ForumThread>of();
      }
      var waiting = greeters.unanswered(latest(after, now.minus(AT_MOST)), upTo, MOST);
      changes.commit(new Change().save(new GreetersTold(upTo, told.map(GreetersTold::revision).orElse(0L) + 1)));
      return waiting;
    });
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
