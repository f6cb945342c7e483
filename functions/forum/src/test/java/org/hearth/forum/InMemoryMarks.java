package org.hearth.forum;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.marks.ThreadMarks;

/** Marks of an {@link InMemoryForum}. */
public final class InMemoryMarks implements Marks {
  private final InMemoryForum forum;

  InMemoryMarks(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Ground ground(String memberId, String threadId, String postId) {
    return new Ground(forum.posts.thread(threadId), postId == null ? Optional.empty() : forum.posts.find(threadId, postId), find(memberId, threadId));
  }

  @Override
  public Optional<ThreadMarks> find(String memberId, String threadId) {
    return forum.get(ThreadMarks.class, memberId + "/" + threadId);
  }

  @Override
  public Shown shown(String memberId, String threadId) {
    return new Shown(forum.posts.thread(threadId), find(memberId, threadId), reading(memberId));
  }

  @Override
  public Optional<Reading> reading(String memberId) {
    return forum.get(Reading.class, memberId);
  }

  @Override
  public Left of(String memberId) {
    return new Left(forum.each(ThreadMarks.class).filter(marks -> marks.memberId().equals(memberId)).toList(), reading(memberId));
  }

  @Override
  public List<String> followers(String threadId) {
    return forum.each(ThreadMarks.class).filter(mark -> mark.following() && mark.threadId().equals(threadId)).map(ThreadMarks::memberId).sorted().toList();
  }
}
