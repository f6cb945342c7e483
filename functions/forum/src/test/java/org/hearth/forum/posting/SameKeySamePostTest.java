package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.util.HashSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.junit.jupiter.api.Test;

class SameKeySamePostTest {
  private final Community community = new Community();
  private final Post opening = community.published(community.open);

  private Post replies(String memberId, String text, String key) {
    return community.reply.by(community.caller(memberId), opening.threadId(), text, key);
  }

  @Test
  void theSameReplyComesBackAsItIsNow() {
    var first = replies(community.bo, "Good evening", "key-1");
    var published = community.checked(first);
    assertThat(replies(community.bo, "Good evening", "key-1")).isEqualTo(published);
    assertThat(community.forum.all(Post.class)).hasSize(2);
    assertThat(community.profile(community.bo).posting().count()).isEqualTo(1);
  }

  @Test
  void theSameThreadComesBack() {
    var caller = community.caller(community.bo);
    var first = community.start.by(caller, community.open.id(), "Title", "Text", "key-1");
    assertThat(community.start.by(caller, community.open.id(), "Title", "Text", "key-1")).isEqualTo(first);
    assertThat(community.forum.all(ForumThread.class)).hasSize(2);
  }

  @Test
  void otherWordsUnderTheSameKeyAreRefused() {
    replies(community.bo, "Good evening", "key-1");
    refused(Refusal.KeyReused.class, () -> replies(community.bo, "Good morning", "key-1"));
    refused(Refusal.KeyReused.class,
        () -> community.start.by(community.caller(community.bo), community.open.id(), "Good", "evening", "key-1"));
    assertThat(community.forum.all(Post.class)).hasSize(2);
  }

  @Test
  void theSameWordsInAnotherPlaceAreRefused() {
    var other = community.published(community.open);
    replies(community.bo, "Good evening", "key-1");
    refused(Refusal.KeyReused.class, () -> community.reply.by(community.caller(community.bo), other.threadId(), "Good evening", "key-1"));
  }

  @Test
  void keysAreEachMembersOwn() {
    var bos = replies(community.bo, "Good evening", "key-1");
    var adas = replies(community.ada, "Good evening", "key-1");
    assertThat(adas.id()).isNotEqualTo(bos.id());
  }

  @Test
  void withoutAKeyEachIsAPostOfItsOwn() {
    assertThat(replies(community.bo, "Good evening", null).id()).isNotEqualTo(replies(community.bo, "Good evening", null).id());
  }

  @Test
  void sixteenAtOnceAreOnePost() throws Exception {
    for (int key = 0; key < 20; key++) {
      sixteenAtOnce("key-" + key);
      assertThat(community.forum.all(Post.class)).hasSize(key + 2);
    }
  }

  private void sixteenAtOnce(String key) throws Exception {
    var together = new CyclicBarrier(16);
    var ids = new HashSet<String>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      var calls = IntStream.range(0, 16).<Callable<String>>mapToObj(n -> () -> {
        together.await();
        return replies(community.bo, "Good evening", key).id();
      }).toList();
      for (var call : threads.invokeAll(calls)) {
        ids.add(call.get());
      }
    }
    assertThat(ids).hasSize(1);
  }
}
