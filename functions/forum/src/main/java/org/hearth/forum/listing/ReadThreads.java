package org.hearth.forum.listing;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearth.forum.Changes;
import org.hearth.forum.Page;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.Visibility;

/** Shows groups, their threads and the posts in them to whoever may read them. */
public final class ReadThreads {
  private static final int THREADS = 25;
  private static final int POSTS = 20;
  /** A burst of held posts should cost a reader a few queries, not all of them. */
  private static final int MOST_QUERIES = 4;
  private static final Pattern THREAD_POSITION = Pattern.compile("P?\\d{13}#[0-9A-Z]{26}");

  public record GroupThreads(Group group, Page<ForumThread> threads) {}

  public record ThreadPage(ForumThread thread, Page<Post> posts) {}

  private final Groups groups;
  private final Threads threads;
  private final Posts posts;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public ReadThreads(Groups groups, Threads threads, Posts posts, Changes changes, Auditing audit, InstantSource clock) {
    this.groups = groups;
    this.threads = threads;
    this.posts = posts;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The groups that the caller may know of. */
  public List<Group> groups(Caller caller) {
    return groups.all().stream().filter(group -> group.mayBeReadBy(caller)).toList();
  }

  public GroupThreads in(Caller caller, String groupId, Optional<String> position) {
    var group = groups.find(groupId).filter(known -> known.visibility() != Visibility.PRIVATE && known.mayBeReadBy(caller)).orElseThrow(Refused::notFound);
    position.filter(given -> !THREAD_POSITION.matcher(given).matches()).ifPresent(forged -> { throw forgedCursor(); });
    logReading(caller, groupId, groupId);
    return new GroupThreads(group, threads.in(groupId, position, THREADS));
  }

  /** A thread's posts, as far as the caller may see them: those for others, and their own whatever has become of them. */
  public ThreadPage thread(Caller caller, String threadId, Optional<String> position) {
    position.filter(given -> !Ulid.is(given)).ifPresent(forged -> { throw forgedCursor(); });
    var first = threads.posts(threadId, position, POSTS + 1).orElseThrow(Refused::notFound);
    var thread = readable(first.thread(), caller);
    var visible = new ArrayList<Post>();
    var read = first.posts();
    int queries = 1;
    read.stream().filter(post -> visible(post, thread, caller)).forEach(visible::add);
    while (visible.size() <= POSTS && read.size() > POSTS && queries < MOST_QUERIES) {
      read = threads.posts(threadId, Optional.of(read.getLast().id()), POSTS + 1).map(Threads.ThreadPosts::posts).orElse(List.of());
      queries++;
      read.stream().filter(post -> visible(post, thread, caller)).forEach(visible::add);
    }
    logReading(caller, thread.groupId(), thread.id());
    return new ThreadPage(thread, page(visible, read));
  }

  /** One post, if the caller may see it. */
  public Post post(Caller caller, String threadId, String postId) {
    var place = posts.place(threadId, postId, null);
    var post = place.post().orElseThrow(Refused::notFound);
    var thread = readable(place.thread().orElseThrow(Refused::notFound), caller);
    if (!visible(post, thread, caller) || post.status() == PostStatus.DELETED) {
      throw Refused.notFound();
    }
    logReading(caller, thread.groupId(), post.id());
    return post;
  }

  /** What a post was before, for its author and for moderators. */
  public List<PostVersion> history(Caller caller, String threadId, String postId) {
    var member = caller.signedIn();
    var there = posts.find(threadId, postId).filter(found -> found.status() != PostStatus.DELETED);
    if (there.filter(post -> post.writtenBy(member)).isEmpty()) {
      // Whoever is kept out is told so before it shows whether anything is there.
      var reader = caller.reader();
      var post = there.orElseThrow(Refused::notFound);
      var thread = readable(posts.thread(threadId).orElseThrow(Refused::notFound), reader);
      if (!reader.role().moderates()) {
        throw post.shown() ? new Refused(new Refusal.WrongRole()) : Refused.notFound();
      }
      logReading(reader, thread.groupId(), postId);
    }
    return posts.history(postId);
  }

  private static Page<Post> page(List<Post> visible, List<Post> lastRead) {
    if (visible.size() > POSTS) {
      return Page.of(visible, POSTS, Post::id);
    }
    // What was read ended in posts that the caller can't see: the next page begins behind them.
    return lastRead.size() > POSTS ? new Page<>(List.copyOf(visible), Optional.of(lastRead.getLast().id())) : Page.last(visible);
  }

  private ForumThread readable(ForumThread thread, Caller caller) {
    var readable = groups.find(thread.groupId()).filter(group -> group.mayBeReadBy(caller));
    if (readable.isEmpty() || !thread.mayBeKnownBy(caller)) {
      throw Refused.notFound();
    }
    return thread;
  }

  // The opening post of a thread that goes on without it leaves its place, empty.
  private static boolean visible(Post post, ForumThread thread, Caller caller) {
    if (post.status() == PostStatus.DELETED) {
      return post.opening() && thread.listed();
    }
    return post.shown() || post.writtenBy(caller);
  }

  private void logReading(Caller caller, String groupId, String target) {
    if (caller instanceof Caller.Member member && member.role().moderates()) {
      groups.find(groupId)
          .filter(group -> group.visibility() == Visibility.RESTRICTED && !group.belongs(member))
          .ifPresent(group -> audit.alone(changes, clock.instant(), member.id(), Audited.READ_RESTRICTED, target));
    }
  }

  private static Refused forgedCursor() {
    return Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
  }
}
