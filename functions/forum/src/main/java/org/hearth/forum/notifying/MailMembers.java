package org.hearth.forum.notifying;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.listing.Threads;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.Visibility;

/** Tells members by mail that something is there for them, as far as they asked for it, and never what. */
public final class MailMembers {
  private static final int DIGESTS_A_ROUND = 200;
  private static final int THREADS_OF_A_GROUP = 25;
  private static final Set<Action> TOLD =
      Set.of(Action.APPROVE, Action.REDACT, Action.HIDE, Action.REMOVE, Action.RESTORE, Action.WARN, Action.MUTE, Action.SUSPEND, Action.BAN);

  private final Members members;
  private final Marks marks;
  private final Posts posts;
  private final Threads threads;
  private final Groups groups;
  private final Changes changes;
  private final Mail mail;
  private final StopLinks links;
  private final InstantSource clock;
  private final Consumer<RuntimeException> failures;

  /** @param failures hears of what could not be sent: a mail is tried once, and keeps nothing else waiting */
  public MailMembers(
      Members members, Marks marks, Posts posts, Threads threads, Groups groups, Changes changes, Mail mail, StopLinks links, InstantSource clock,
      Consumer<RuntimeException> failures) {
    this.members = members;
    this.marks = marks;
    this.posts = posts;
    this.threads = threads;
    this.groups = groups;
    this.changes = changes;
    this.mail = mail;
    this.links = links;
    this.clock = clock;
    this.failures = failures;
  }

  /**
   * Tells those whom a reply answers, and those who follow its thread, once it is there for others.
   *
   * @param before as it was; null when it is new
   */
  public void ofReply(Post before, Post after) {
    boolean becameVisible = after.shown() && (before == null || !before.shown());
    if (!mail.on() || after.opening() || !becameVisible) {
      return;
    }
    posts.thread(after.threadId()).filter(ForumThread::listed)
        .ifPresent(thread -> readers(thread, after).forEach(reader -> trying(() -> tell(reader, thread, after))));
  }

  private Set<String> readers(ForumThread thread, Post reply) {
    var readers = new LinkedHashSet<>(marks.followers(thread.id()));
    Optional.ofNullable(thread.authorId()).ifPresent(readers::add);
    Optional.ofNullable(reply.quotes()).flatMap(quoted -> posts.find(thread.id(), quoted)).map(Post::authorId).ifPresent(readers::add);
    readers.remove(reply.authorId());
    return readers;
  }

  private void tell(String readerId, ForumThread thread, Post reply) {
    var chosen = willing(readerId).filter(wish -> wish.mail().replies() && !wish.avoids(thread));
    // Leaving out what somebody wrote without their name would say whose it is.
    if (chosen.isEmpty() || !reply.anonymous() && chosen.get().mutes(reply.authorId()) || !mayRead(readerId, thread)) {
      return;
    }
    boolean first = Attempts.of(() -> {
      var known = marks.find(readerId, thread.id()).orElseGet(() -> ThreadMarks.none(readerId, thread.id()));
      if (known.mayBeTold()) {
        changes.commit(new Change().save(known.mailed(clock.instant())));
        return true;
      }
      return false;
    });
    if (first) {
      send(chosen.get(), Letter.REPLY);
    }
  }

  /** Tells the member whom a decision concerns. */
  public void ofDecision(Decision decision) {
    if (mail.on() && decision.concerns() != null && TOLD.contains(decision.action())) {
      trying(() -> willing(decision.concerns()).filter(chosen -> chosen.mail().decisions()).ifPresent(chosen -> send(chosen, Letter.DECISION)));
    }
  }

  /** Sends the week's digests that are due, to those for whom there is anything new. */
  public int digests() {
    if (!mail.on()) {
      return 0;
    }
    var now = clock.instant();
    var lately = new HashMap<String, List<ForumThread>>();
    int sent = 0;
    for (var memberId : members.digestsDue(now, DIGESTS_A_ROUND)) {
      sent += trying(() -> digest(memberId, now, lately)) ? 1 : 0;
    }
    return sent;
  }

  private void digest(String memberId, Instant now, Map<String, List<ForumThread>> lately) {
    var chosen = Attempts.of(() -> {
      var known = members.preferences(memberId).filter(wish -> wish.mail().digest() && !wish.mail().digestAt().isAfter(now));
      known.ifPresent(wish -> changes.commit(new Change().save(wish.mailing(
          new Preferences.Mail(wish.mail().subject(), wish.mail().replies(), wish.mail().decisions(), now.plus(Preferences.Mail.DIGEST_EVERY))))));
      return known;
    });
    var reader = members.find(memberId).flatMap(this::reader);
    if (chosen.isPresent() && chosen.get().restsUntil(now) == null && reader.isPresent() && anythingNew(reader.get(), chosen.get(), now, lately)) {
      send(chosen.get(), Letter.DIGEST);
    }
  }

  private boolean anythingNew(Caller.Member reader, Preferences chosen, Instant now, Map<String, List<ForumThread>> lately) {
    var weekAgo = now.minus(Preferences.Mail.DIGEST_EVERY);
    return groups.all().stream().filter(group -> group.visibility() != Visibility.RESTRICTED || group.belongs(reader))
        .flatMap(group -> lately.computeIfAbsent(group.id(), id -> threads.in(id, Optional.empty(), THREADS_OF_A_GROUP).items()).stream())
        .anyMatch(thread -> thread.lastActivityAt().isAfter(weekAgo) && !chosen.avoids(thread));
  }

  /**
   * Tells those who greet, once, that somebody waits.
   *
   * @param greeters their ids
   */
  public void ofWaiting(List<ForumThread> waiting, List<String> greeters) {
    if (!mail.on() || waiting.isEmpty()) {
      return;
    }
    greeters.forEach(greeter -> trying(() -> willing(greeter)
        .filter(chosen -> chosen.mail().replies())
        .filter(chosen -> waiting.stream().anyMatch(thread -> !greeter.equals(thread.authorId()) && !chosen.avoids(thread) && mayRead(greeter, thread)))
        .ifPresent(chosen -> send(chosen, Letter.GREETING))));
  }

  private Optional<Preferences> willing(String memberId) {
    return members.preferences(memberId).filter(chosen -> chosen.restsUntil(clock.instant()) == null);
  }

  private boolean mayRead(String readerId, ForumThread thread) {
    return members.find(readerId).flatMap(this::reader)
        .flatMap(reader -> groups.find(thread.groupId()).filter(group -> group.mayBeReadBy(reader))).isPresent();
  }

  private Optional<Caller.Member> reader(Profile profile) {
    var now = clock.instant();
    var standing = profile.standing().at(now);
    return Optional.of(new Caller.Member(profile.id(), profile.name(), profile.role(), standing, profile.groupsAt(now))).filter(reader -> standing.mayRead());
  }

  private void send(Preferences to, Letter letter) {
    mail.send(to.mail().subject(), letter, links.linkFor(to.memberId()));
  }

  private boolean trying(Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException failed) {
      failures.accept(failed);
      return false;
    }
  }
}
