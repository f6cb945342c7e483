package org.hearth.forum.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.listing.Threads;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.BetweenTwo;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.posting.Wording;

/**
 * Pins, locks and moves threads. A move never lets more people read what was written for fewer: each post knows the group in which
 * it was written, and goes only to where no others read it.
 */
public final class ArrangeThread {
  private static final int AT_A_TIME = 100;
  private static final String BEFORE_THE_FIRST = "0";
  /** A transaction holds a hundred items; the thread and what the log needs are among them. */
  private static final int CASES_WITH_IT = 90;

  private final Posts posts;
  private final Threads threads;
  private final Groups groups;
  private final Cases cases;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public ArrangeThread(Posts posts, Threads threads, Groups groups, Cases cases, Changes changes, Auditing audit, InstantSource clock) {
    this.posts = posts;
    this.threads = threads;
    this.groups = groups;
    this.cases = cases;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @return the thread as it is then; asking for what is so already changes nothing
   * @throws Refused without a reason for lock or move, or when a move would let more people read it
   */
  public ForumThread by(Caller caller, String threadId, ThreadDraft draft) {
    var moderator = caller.moderator();
    check(draft);
    return draft.action().equals("move") ? move(moderator, threadId, draft) : arrange(moderator, threadId, draft);
  }

  private ForumThread arrange(Caller.Member moderator, String threadId, ThreadDraft draft) {
    return Attempts.of(() -> {
      var now = clock.instant();
      var thread = find(threadId);
      var arranged = arranged(thread, draft, now);
      if (arranged != thread) {
        changes.commit(noted(new Change().save(arranged), moderator, threadId, draft, now));
      }
      return arranged;
    });
  }

  // Moderators find cases by their group, and a closed group's words are in no list: the cases of its posts go with the thread.
  private ForumThread move(Caller.Member moderator, String threadId, ThreadDraft draft) {
    var target = groups.find(draft.groupId()).filter(group -> group.visibility() != Visibility.PRIVATE)
        .orElseThrow(() -> Refused.invalid("groupId", "There is no such group."));
    var moved = Attempts.of(() -> {
      var now = clock.instant();
      var thread = find(threadId);
      if (target.id().equals(thread.groupId())) {
        return thread;
      }
      var written = posts(threadId);
      requireNoMoreReaders(written, target);
      var there = thread.movedTo(target.id(), new ForumThread.Note(draft.action(), draft.reason(), now));
      var along = casesElsewhere(written, target);
      // What one transaction can't hold goes before: such a case only says a little early where its thread is about to be.
      along.stream().skip(CASES_WITH_IT).forEach(one -> changes.commit(new Change().save(one)));
      var change = new Change().save(there);
      along.stream().limit(CASES_WITH_IT).forEach(change::save);
      changes.commit(noted(change, moderator, threadId, draft, now));
      return there;
    });
    bringCasesOpenedMeanwhile(threadId, target);
    return moved;
  }

  // Also when it is there already: whoever got no answer and asks again finishes what was left.
  private void bringCasesOpenedMeanwhile(String threadId, Group target) {
    Attempts.of(() -> {
      casesElsewhere(posts(threadId), target).forEach(one -> changes.commit(new Change().save(one)));
      return null;
    });
  }

  private List<Case> casesElsewhere(List<Post> written, Group target) {
    var found = new ArrayList<Case>();
    for (int from = 0; from < written.size(); from += AT_A_TIME) {
      cases.all(written.subList(from, Math.min(from + AT_A_TIME, written.size())).stream().map(Post::id).toList()).stream()
          .filter(one -> !target.id().equals(one.subject().groupId()))
          .map(one -> one.changed(draft -> draft.subject = one.subject().movedTo(target)))
          .forEach(found::add);
    }
    return found;
  }

  private ForumThread find(String threadId) {
    return posts.thread(threadId).filter(found -> !BetweenTwo.is(found.groupId())).orElseThrow(Refused::notFound);
  }

  private Change noted(Change change, Caller.Member moderator, String threadId, ThreadDraft draft, Instant now) {
    return audit.to(change, now, moderator.id(), Audited.of(draft.action() + "-thread"), threadId, null);
  }

  private static void check(ThreadDraft draft) {
    var wording = new Wording();
    boolean known = draft.action() != null && Set.of("pin", "unpin", "lock", "unlock", "move").contains(draft.action());
    wording.because(!known, "action", "Choose one of pin, unpin, lock, unlock or move.");
    if (known && (draft.action().equals("lock") || draft.action().equals("move"))) {
      wording.require("reason", draft.reason(), Wording.LONGEST_NOTE);
    } else {
      wording.because(draft.reason() != null, "reason", "Only lock and move take a reason.");
    }
    boolean moves = known && draft.action().equals("move");
    wording.because(moves && draft.groupId() == null, "groupId", "Say which group it is to go to.");
    wording.because(!moves && draft.groupId() != null, "groupId", "Only move takes a group.");
    wording.check();
  }

  private ForumThread arranged(ForumThread thread, ThreadDraft draft, Instant now) {
    var why = new ForumThread.Note(draft.action(), draft.reason(), now);
    return switch (draft.action()) {
      case "pin" -> thread.pinned() ? thread : thread.pinned(true);
      case "unpin" -> thread.pinned() ? thread.pinned(false) : thread;
      case "lock" -> thread.locked() ? thread : thread.locked(why);
      case "unlock" -> thread.locked() ? thread.locked(null) : thread;
      default -> throw new IllegalStateException("Checked before");
    };
  }

  private void requireNoMoreReaders(List<Post> written, Group target) {
    boolean widens = written.stream().map(Post::groupId).distinct().map(groups::find).flatMap(Optional::stream).anyMatch(group -> !group.mayBeReadByAllOf(target));
    if (widens) {
      throw new Refused(new Refusal.Locked("Some of it was written for fewer people than would read it there, so it can't be moved to “"
          + target.name() + "”. Choose a group that is at least as closed as where it was written."));
    }
  }

  // A page may be shorter than it was asked to be, and more may come after it.
  private List<Post> posts(String threadId) {
    var found = new ArrayList<Post>();
    var page = threads.after(threadId, BEFORE_THE_FIRST, AT_A_TIME);
    while (!page.isEmpty()) {
      found.addAll(page);
      page = threads.after(threadId, page.getLast().id(), AT_A_TIME);
    }
    return found;
  }
}
