package org.hearth.forum.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    var before = posts.thread(threadId).map(ForumThread::groupId).orElseThrow(Refused::notFound);
    var arranged = arrange(moderator, threadId, draft);
    if (!arranged.groupId().equals(before)) {
      groups.find(arranged.groupId()).ifPresent(target -> moveCases(threadId, target));
    }
    return arranged;
  }

  private ForumThread arrange(Caller.Member moderator, String threadId, ThreadDraft draft) {
    return Attempts.of(() -> {
      var now = clock.instant();
      var thread = posts.thread(threadId).filter(found -> !BetweenTwo.is(found.groupId())).orElseThrow(Refused::notFound);
      var arranged = arranged(thread, draft, now);
      if (arranged != thread) {
        changes.commit(audit.to(new Change().save(arranged), now, moderator.id(), Audited.of(draft.action() + "-thread"), threadId, null));
      }
      return arranged;
    });
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
      case "move" -> moved(thread, draft.groupId(), why);
      default -> throw new IllegalStateException("Checked before");
    };
  }

  private ForumThread moved(ForumThread thread, String groupId, ForumThread.Note why) {
    var target = groups.find(groupId).filter(group -> group.visibility() != Visibility.PRIVATE).orElseThrow(() -> Refused.invalid("groupId", "There is no such group."));
    if (target.id().equals(thread.groupId())) {
      throw Refused.invalid("groupId", "It is in this group already. Choose another.");
    }
    boolean widens = writtenIn(thread.id()).stream().map(groups::find).flatMap(Optional::stream).anyMatch(group -> !group.mayBeReadByAllOf(target));
    if (widens) {
      throw new Refused(new Refusal.Locked("Some of it was written for fewer people than would read it there, so it can't be moved to “"
          + target.name() + "”. Choose a group that is at least as closed as where it was written."));
    }
    return thread.movedTo(groupId, why);
  }

  private Set<String> writtenIn(String threadId) {
    var found = new HashSet<String>();
    eachPage(threadId, page -> page.stream().map(Post::groupId).forEach(found::add));
    return found;
  }

  // Moderators find cases by their group, and a closed group's words are in no list.
  private void moveCases(String threadId, Group target) {
    eachPage(threadId, page -> cases.all(page.stream().map(Post::id).toList()).forEach(listed -> Attempts.of(() -> {
      cases.find(listed.id()).filter(found -> !target.id().equals(found.subject().groupId()))
          .ifPresent(found -> changes.commit(new Change().save(found.changed(draft -> draft.subject = found.subject().movedTo(target)))));
      return null;
    })));
  }

  private void eachPage(String threadId, Consumer<List<Post>> use) {
    var page = threads.posts(threadId, Optional.empty(), AT_A_TIME).orElseThrow(Refused::notFound).posts();
    while (!page.isEmpty()) {
      use.accept(page);
      page = threads.posts(threadId, Optional.of(page.getLast().id()), AT_A_TIME).orElseThrow(Refused::notFound).posts();
    }
  }
}
