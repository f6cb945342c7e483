package org.hearth.forum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.listing.Threads;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.posting.SentKey;

/** Posts and threads of an {@link InMemoryForum}. */
public final class InMemoryPosts implements Posts, Threads {
  private final InMemoryForum forum;

  InMemoryPosts(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Ground ground(String threadId, String memberId, String key) {
    return new Ground(
        threadId == null ? Optional.empty() : thread(threadId),
        forum.get(Profile.class, memberId),
        key == null ? Optional.empty() : forum.get(SentKey.class, memberId + "/" + key));
  }

  @Override
  public Place place(String threadId, String postId, String memberId) {
    return new Place(thread(threadId), find(threadId, postId), memberId == null ? Optional.empty() : forum.get(Profile.class, memberId));
  }

  @Override
  public List<ForumThread> threads(List<String> threadIds) {
    return threadIds.stream().map(this::thread).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<ForumThread> thread(String threadId) {
    return forum.get(ForumThread.class, threadId);
  }

  @Override
  public Optional<Post> find(String threadId, String postId) {
    return forum.get(Post.class, threadId + "/" + postId);
  }

  @Override
  public List<PostVersion> history(String postId) {
    return forum.each(PostVersion.class).filter(version -> version.postId().equals(postId)).sorted(Comparator.comparing(PostVersion::version)).toList();
  }

  @Override
  public Page<Post> by(String memberId, Optional<String> position, int size) {
    var newestFirst = forum.each(Post.class).filter(post -> memberId.equals(post.authorId())).sorted(Comparator.comparing(Post::id).reversed());
    return InMemoryForum.page(newestFirst, Post::id, position, false, size);
  }

  @Override
  public List<Post> before(String threadId, String postId, int most) {
    return ofThread(threadId).filter(post -> post.id().compareTo(postId) < 0)
        .sorted(Comparator.comparing(Post::id).reversed()).limit(most).toList().reversed();
  }

  @Override
  public List<Post> waitingForCheck(int most) {
    return forum.each(Post.class).filter(post -> post.status() == PostStatus.PENDING)
        .sorted(Comparator.comparing(ScreenPost::waitsSince).thenComparing(Post::id)).limit(most).toList();
  }

  private Stream<Post> ofThread(String threadId) {
    return forum.each(Post.class).filter(post -> post.threadId().equals(threadId)).sorted(Comparator.comparing(Post::id));
  }

  @Override
  public Page<ForumThread> in(String groupId, Optional<String> position, int size) {
    var listed = forum.each(ForumThread.class).filter(thread -> thread.listed() && thread.groupId().equals(groupId))
        .sorted(Comparator.comparing(ForumThread::place).reversed());
    return InMemoryForum.page(listed, ForumThread::place, position, false, size);
  }

  @Override
  public Optional<ThreadPosts> posts(String threadId, Optional<String> afterPostId, int most) {
    return thread(threadId).map(thread -> new ThreadPosts(thread, after(threadId, afterPostId.orElse(""), most)));
  }

  @Override
  public List<Post> after(String threadId, String postId, int most) {
    return ofThread(threadId).filter(post -> post.id().compareTo(postId) > 0).limit(most).toList();
  }
}
