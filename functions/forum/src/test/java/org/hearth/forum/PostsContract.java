package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Samples.minutes;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.Posts.Ground;
import org.hearth.forum.posting.Posts.Place;
import org.hearth.forum.posting.SentKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Threads and posts one at a time, a member's posts, what came before, and what waits. */
public abstract class PostsContract {
  private final String threadId = TestIds.any();
  private final String ada = "m-" + TestIds.any();
  private final String bo = "m-" + TestIds.any();
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  private Post post(String author, PostStatus status, long minute) {
    return Samples.post(threadId, author, status, minutes(minute));
  }

  @Test
  void findsAPostInItsOwnThreadOnly() {
    var post = post(ada, PostStatus.PENDING, 0);
    stores.add(post);
    assertThat(stores.posts().find(threadId, post.id())).contains(post);
    assertThat(stores.posts().find(TestIds.any(), post.id())).isEmpty();
    assertThat(stores.posts().find(threadId, TestIds.any())).isEmpty();
  }

  @Test
  void findsAThread() {
    var thread = Samples.thread("g", true, minutes(0));
    stores.add(thread);
    assertThat(stores.posts().thread(thread.id())).contains(thread);
    assertThat(stores.posts().thread(TestIds.any())).isEmpty();
  }

  @Test
  void groundIsWhatIsThere() {
    var thread = Samples.thread("g", true, minutes(0));
    var author = Samples.profile("Ada");
    var sent = new SentKey(author.id(), "key-1", "print", thread.id(), TestIds.any(), minutes(5), 1);
    stores.add(thread, author, sent);

    assertThat(stores.posts().ground(thread.id(), author.id(), "key-1"))
        .isEqualTo(new Ground(Optional.of(thread), Optional.of(author), Optional.of(sent)));
    assertThat(stores.posts().ground(null, author.id(), null))
        .isEqualTo(new Ground(Optional.empty(), Optional.of(author), Optional.empty()));
    assertThat(stores.posts().ground(TestIds.any(), "m-nobody", "key-1"))
        .isEqualTo(new Ground(Optional.empty(), Optional.empty(), Optional.empty()));
    assertThat(stores.posts().ground(thread.id(), author.id(), "key-2").sent()).isEmpty();
  }

  @Test
  void aPlaceIsWhatIsThere() {
    var thread = Samples.thread("g", true, minutes(0));
    var author = Samples.profile("Ada");
    var post = Samples.post(thread.id(), author.id(), PostStatus.PUBLISHED, minutes(1));
    stores.add(thread, author, post);

    assertThat(stores.posts().place(thread.id(), post.id(), author.id()))
        .isEqualTo(new Place(Optional.of(thread), Optional.of(post), Optional.of(author)));
    assertThat(stores.posts().place(thread.id(), TestIds.any(), "m-nobody"))
        .isEqualTo(new Place(Optional.of(thread), Optional.empty(), Optional.empty()));
    assertThat(stores.posts().place(null, null, author.id())).isEqualTo(new Place(Optional.empty(), Optional.empty(), Optional.of(author)));
    assertThat(stores.posts().place(null, null, null)).isEqualTo(new Place(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test
  void threadsComeInTheOrderInWhichTheyAreAskedFor() {
    var threads = IntStream.range(0, 120).mapToObj(i -> Samples.thread("g", true, minutes(i))).toList();
    threads.forEach(stores::add);
    var ids = threads.stream().map(ForumThread::id).toList().reversed();
    assertThat(stores.posts().threads(ids)).extracting(ForumThread::id).containsExactlyElementsOf(ids);
    assertThat(stores.posts().threads(List.of(TestIds.any(), ids.getFirst()))).extracting(ForumThread::id).containsExactly(ids.getFirst());
    assertThat(stores.posts().threads(List.of())).isEmpty();
  }

  @Test
  void aMembersPostsComeNewestFirstAcrossThreadsWhateverBecameOfThem() {
    var first = post(ada, PostStatus.REMOVED, 0);
    var second = Samples.post(TestIds.any(), ada, PostStatus.DELETED, minutes(1));
    var third = post(ada, PostStatus.PENDING, 2);
    stores.add(third, first, second, post(bo, PostStatus.PUBLISHED, 3));
    assertThat(stores.posts().by(ada, Optional.empty(), 10).items()).containsExactly(third, second, first);
    assertThat(stores.posts().by("m-nobody", Optional.empty(), 10)).isEqualTo(Page.last(List.of()));
  }

  @Test
  void aMembersPostsArePagedWithoutGapOrRepeat() {
    var posts = IntStream.range(0, 7).mapToObj(minute -> post(ada, PostStatus.PUBLISHED, minute)).toList();
    posts.forEach(stores::add);
    for (int size : new int[] {1, 2, 3, 6, 7, 8}) {
      var seen = new ArrayList<Post>();
      var page = stores.posts().by(ada, Optional.empty(), size);
      seen.addAll(page.items());
      while (page.next().isPresent()) {
        assertThat(page.items()).hasSize(size);
        page = stores.posts().by(ada, page.next(), size);
        seen.addAll(page.items());
      }
      assertThat(page.items()).as("the last page of " + size + " is never empty").isNotEmpty();
      assertThat(seen).as("pages of " + size).containsExactlyElementsOf(posts.reversed());
    }
  }

  @Test
  void theLargestPagesAreWhole() {
    var posts = IntStream.range(0, 101).mapToObj(minute -> post(ada, PostStatus.PUBLISHED, minute)).toList();
    posts.forEach(stores::add);
    var page = stores.posts().by(ada, Optional.empty(), 100);
    assertThat(page.items()).containsExactlyElementsOf(posts.reversed().subList(0, 100));
    assertThat(stores.posts().by(ada, page.next(), 100)).isEqualTo(Page.last(posts.subList(0, 1)));
  }

  @Test
  void beforeIsTheNewestOfTheOlderOnesInTheirOrder() {
    var posts = IntStream.range(0, 5).mapToObj(minute -> post(ada, PostStatus.PUBLISHED, minute)).toList();
    posts.forEach(stores::add);
    stores.add(Samples.post(TestIds.any(), ada, PostStatus.PUBLISHED, minutes(3)));
    assertThat(stores.posts().before(threadId, posts.get(4).id(), 3)).containsExactlyElementsOf(posts.subList(1, 4));
    assertThat(stores.posts().before(threadId, posts.get(1).id(), 3)).containsExactly(posts.getFirst());
    assertThat(stores.posts().before(threadId, posts.getFirst().id(), 3)).isEmpty();
  }

  @Test
  void whatWaitsForItsCheckComesOldestFirst() {
    var third = post(ada, PostStatus.PENDING, 9);
    var first = post(ada, PostStatus.PENDING, 7);
    var editedLate = post(bo, PostStatus.PUBLISHED, 1).edited("Newer words", minutes(8));
    stores.add(third, first);
    stores.add(new Post(editedLate.id(), editedLate.threadId(), "g", bo, "Bo", editedLate.authorRole(), null, "Newer words", 2, PostStatus.PENDING,
        editedLate.earlier(), minutes(8), false, null, null, 1));
    Stream.of(PostStatus.values()).filter(status -> status != PostStatus.PENDING).forEach(status -> stores.add(post(ada, status, 0)));

    assertThat(stores.posts().waitingForCheck(10)).extracting(Post::id).containsExactly(first.id(), editedLate.id(), third.id());
    assertThat(stores.posts().waitingForCheck(2)).extracting(Post::id).containsExactly(first.id(), editedLate.id());
  }

  @Test
  void whatWasCheckedWaitsNoMore() {
    var post = post(ada, PostStatus.PENDING, 0);
    stores.add(post);
    stores.changes().commit(new Change().save(post.passed()));
    assertThat(stores.posts().waitingForCheck(10)).isEmpty();

    var edited = post.passed().edited("Newer words", minutes(1));
    stores.changes().commit(new Change().save(edited));
    assertThat(stores.posts().waitingForCheck(10)).containsExactly(edited);
  }
}
