package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Samples.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group's listed threads, and a thread with its posts. */
public abstract class ThreadsContract {
  private final String group = "g-" + TestIds.any();
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  @Test
  void aGroupsThreadsComeWithTheNewestActivityFirst() {
    var quiet = Samples.thread(group, true, minutes(1));
    var busy = Samples.thread(group, true, minutes(9));
    var between = Samples.thread(group, true, minutes(5));
    stores.add(quiet, busy, between, Samples.thread("g-" + TestIds.any(), true, minutes(7)));
    assertThat(stores.threads().in(group, Optional.empty(), 25)).isEqualTo(Page.last(List.of(busy, between, quiet)));
  }

  @Test
  void pinnedThreadsComeFirstAndThoseOfAnotherGroupNotAtAll() {
    var pinned = Samples.thread(group, true, minutes(1));
    var busy = Samples.thread(group, true, minutes(9));
    var moved = Samples.thread(group, true, minutes(5));
    var other = "g-" + TestIds.any();
    stores.add(pinned, busy, moved);
    var first = pinned.pinned(true);
    var there = moved.movedTo(other, new ForumThread.Note("move", "It fits there", minutes(6)));
    stores.changes().commit(new Change().save(first).save(there));
    assertThat(stores.threads().in(group, Optional.empty(), 25)).isEqualTo(Page.last(List.of(first, busy)));
    assertThat(stores.threads().in(other, Optional.empty(), 25)).isEqualTo(Page.last(List.of(there)));
    assertThat(stores.threads().in(group, stores.threads().in(group, Optional.empty(), 1).next(), 1).items()).containsExactly(busy);
  }

  @Test
  void aThreadIsInItsGroupsListWhileItIsListedAndNoLonger() {
    var thread = Samples.thread(group, false, minutes(1));
    stores.add(thread);
    assertThat(stores.threads().in(group, Optional.empty(), 25).items()).isEmpty();

    var listed = listed(thread, true, 2);
    stores.changes().commit(new Change().save(listed));
    assertThat(stores.threads().in(group, Optional.empty(), 25).items()).containsExactly(listed);

    stores.changes().commit(new Change().save(listed(thread, false, 3)));
    assertThat(stores.threads().in(group, Optional.empty(), 25).items()).isEmpty();
    assertThat(stores.posts().thread(thread.id())).contains(listed(thread, false, 3));
  }

  private static ForumThread listed(ForumThread thread, boolean listed, long revision) {
    return new ForumThread(thread.id(), thread.groupId(), thread.title(), thread.authorId(), thread.authorName(), listed, 0,
        thread.lastActivityAt(), false, false, revision);
  }

  @Test
  void newActivityMovesAThreadToTheTop() {
    var quiet = Samples.thread(group, true, minutes(1));
    var busy = Samples.thread(group, true, minutes(2));
    stores.add(quiet, busy);
    var reply = Samples.post(quiet.id(), "m", PostStatus.PENDING, minutes(3));
    var awake = quiet.following(reply, reply.passed(), minutes(3));
    stores.changes().commit(new Change().save(awake));
    assertThat(stores.threads().in(group, Optional.empty(), 25).items()).containsExactly(awake, busy);
  }

  @Test
  void aGroupsThreadsArePagedWithoutGapOrRepeatEvenWhenManyMovedAtOnce() {
    var threads = IntStream.range(0, 7).mapToObj(n -> Samples.thread(group, true, minutes(n / 3))).toList();
    threads.forEach(stores::add);
    for (int size : new int[] {1, 2, 3, 6, 7, 8}) {
      var seen = new ArrayList<ForumThread>();
      var page = stores.threads().in(group, Optional.empty(), size);
      seen.addAll(page.items());
      while (page.next().isPresent()) {
        page = stores.threads().in(group, page.next(), size);
        seen.addAll(page.items());
      }
      assertThat(page.items()).as("the last page of " + size + " is never empty").isNotEmpty();
      assertThat(seen).as("pages of " + size).containsExactlyElementsOf(threads.reversed());
    }
  }

  @Test
  void aThreadComesWithItsPostsOldestFirstWhateverBecameOfThem() {
    var thread = Samples.thread(group, true, minutes(0));
    var posts = Stream.of(PostStatus.values()).map(status -> Samples.post(thread.id(), "m", status, minutes(status.ordinal()))).toList();
    stores.add(thread);
    posts.reversed().forEach(stores::add);
    var read = stores.threads().posts(thread.id(), Optional.empty(), 20).orElseThrow();
    assertThat(read.thread()).isEqualTo(thread);
    assertThat(read.posts()).containsExactlyElementsOf(posts);
  }

  @Test
  void aThreadsPostsStopAtTheMostAndGoOnAfterAnyOfThem() {
    var thread = Samples.thread(group, true, minutes(0));
    var posts = IntStream.range(0, 5).mapToObj(minute -> Samples.post(thread.id(), "m", PostStatus.PUBLISHED, minutes(minute))).toList();
    stores.add(thread);
    posts.forEach(stores::add);
    assertThat(stores.threads().posts(thread.id(), Optional.empty(), 3).orElseThrow().posts()).containsExactlyElementsOf(posts.subList(0, 3));
    var rest = stores.threads().posts(thread.id(), Optional.of(posts.get(2).id()), 3).orElseThrow();
    assertThat(rest.thread()).isEqualTo(thread);
    assertThat(rest.posts()).containsExactlyElementsOf(posts.subList(3, 5));
    assertThat(stores.threads().posts(thread.id(), Optional.of(posts.getLast().id()), 3).orElseThrow().posts()).isEmpty();
  }

  @Test
  void thereIsNoThreadWithoutItsOwnRecord() {
    var stray = Samples.post(TestIds.any(), "m", PostStatus.PUBLISHED, minutes(0));
    stores.add(stray);
    assertThat(stores.threads().posts(stray.threadId(), Optional.empty(), 20)).isEmpty();
    assertThat(stores.threads().posts(stray.threadId(), Optional.of(TestIds.any()), 20)).isEmpty();
    assertThat(stores.threads().posts(TestIds.any(), Optional.empty(), 20)).isEmpty();
  }
}
