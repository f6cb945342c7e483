package org.hearth.forum.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.Page;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.ExtensionRequests;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.erasure.Erasures;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.reporting.Report;

/** What a member can see of themselves, whatever their standing; and what others can see of them. */
public final class Account {
  private static final int PAGE = 20;
  private static final int EXPORT_PAGE = 100;
  private static final int DECISIONS = 1_000;

  /**
   * @param threadTitle empty when the thread is gone
   * @param note what a moderator did with the thread, where this post began it
   */
  public record OwnPost(Post post, Optional<String> threadTitle, Optional<ForumThread.Note> note) {}

  /** All that is kept about a member. */
  public record Export(Profile profile, List<Post> posts, List<Decision> decisions, List<Report> reports, Optional<Erasure> erasure,
      Preferences preferences, Map<String, List<PostVersion>> history, List<ExtensionRequest> extensionRequests, List<Companion> companions) {}

  private final Members members;
  private final Posts posts;
  private final Cases cases;
  private final Erasures erasures;
  private final ExtensionRequests extensions;
  private final Conversations conversations;

  public Account(Members members, Posts posts, Cases cases, Erasures erasures, ExtensionRequests extensions, Conversations conversations) {
    this.members = members;
    this.posts = posts;
    this.cases = cases;
    this.erasures = erasures;
    this.extensions = extensions;
    this.conversations = conversations;
  }

  public Profile own(Caller caller) {
    return members.find(caller.signedIn().id()).orElseThrow(Refused::notFound);
  }

  /** A member as others see them. Staff are shown with their role. */
  public Profile of(Caller caller, String memberId) {
    caller.reader();
    return members.find(memberId).orElseThrow(Refused::notFound);
  }

  /** The caller's posts, newest first, whatever has become of them; deleted ones only where a moderator wrote to them about it. */
  public Page<OwnPost> posts(Caller caller, Optional<String> position) {
    position.filter(given -> !Ulid.is(given)).ifPresent(forged -> {
      throw Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
    });
    var page = posts.by(caller.signedIn().id(), position, PAGE);
    var told = page.items().stream().filter(Account::stillTells).toList();
    var threads = posts.threads(told.stream().map(Post::threadId).distinct().toList()).stream()
        .collect(Collectors.toMap(ForumThread::id, Function.identity()));
    return new Page<>(told.stream().map(post -> withThread(post, Optional.ofNullable(threads.get(post.threadId())))).toList(), page.next());
  }

  public Export export(Caller caller) {
    var profile = own(caller);
    var all = new ArrayList<Post>();
    var page = posts.by(profile.id(), Optional.empty(), EXPORT_PAGE);
    all.addAll(page.items());
    while (page.next().isPresent()) {
      page = posts.by(profile.id(), page.next(), EXPORT_PAGE);
      all.addAll(page.items());
    }
    return new Export(profile, List.copyOf(all), cases.concerning(profile.id(), DECISIONS),
        erasures.reportsBy(profile.id()), erasures.find(profile.id()),
        members.preferences(profile.id()).orElseGet(() -> Preferences.none(profile.id())),
        all.stream().filter(post -> post.version() > 1).collect(Collectors.toMap(Post::id, post -> posts.history(post.id()))),
        extensions.of(profile.id()), conversations.of(profile.id()));
  }

  // Whoever took their words back must still find what a moderator wrote to them.
  private static boolean stillTells(Post post) {
    return !post.text().isEmpty() || post.notice() != null && post.notice().reply() != null;
  }

  private static OwnPost withThread(Post post, Optional<ForumThread> thread) {
    return post.opening()
        ? new OwnPost(post, Optional.of(post.title()), thread.map(ForumThread::note))
        : new OwnPost(post, thread.map(ForumThread::title), Optional.empty());
  }
}
