package org.hearth.forum.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.forum.Community;
import org.hearth.forum.Refused;
import org.hearth.forum.TestIds;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;

class HowFarSomebodyReadIsOneItemThatStaysSmallTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final Community community = new Community();
  private final KeepPlace place =
      new KeepPlace(community.forum.marks, community.forum.posts, community.forum.groups, community.forum);

  private Map<String, Reading.Mark> of(Post post) {
    var thread = community.forum.posts.thread(post.threadId()).orElseThrow();
    return Map.of(thread.id(), new Reading.Mark(post.id(), thread.lastActivityAt()));
  }

  private Post published() {
    return community.published(community.open);
  }

  private KeepPlace.Followed followed() {
    return place.following(community.caller(community.bo)).getFirst();
  }

  @Test
  void whatWasReadIsNotNewUntilSomebodyAnswers() {
    var opening = published();
    place.follow(community.caller(community.bo), opening.threadId(), true);
    assertThat(followed().unread()).isTrue();

    place.read(community.caller(community.bo), of(opening));
    assertThat(followed().unread()).isFalse();
    assertThat(place.of(community.caller(community.bo), opening.threadId()).readTo()).contains(opening.id());

    community.clock.forward(Duration.ofMinutes(5));
    community.checked(community.replies(community.ada, opening.threadId(), "Somebody?"));
    assertThat(followed().unread()).isTrue();
  }

  @Test
  void anAnswerThatCameBeforeTheMarkWasSentIsNewAllTheSame() {
    var opening = published();
    place.follow(community.caller(community.bo), opening.threadId(), true);
    var asItWasRead = of(opening);
    community.clock.forward(Duration.ofMinutes(5));
    community.checked(community.replies(community.ada, opening.threadId(), "Somebody?"));

    place.read(community.caller(community.bo), asItWasRead);
    assertThat(followed().unread()).isTrue();
  }

  @Test
  void manyThreadsAreOneWriteAndTheSameAgainNone() {
    var seen = IntStream.range(0, KeepPlace.MOST_AT_ONCE).boxed()
        .collect(Collectors.toMap(i -> TestIds.any(), i -> new Reading.Mark(TestIds.any(), NOON.plusSeconds(i))));
    place.read(community.caller(community.bo), seen);
    assertThat(community.forum.marks.reading(community.bo).orElseThrow().revision()).isEqualTo(1);

    place.read(community.caller(community.bo), seen);
    assertThat(community.forum.marks.reading(community.bo).orElseThrow().revision()).isEqualTo(1);
  }

  @Test
  void tooManyOrWhatIsNoIdIsRefused() {
    var many = IntStream.rangeClosed(0, KeepPlace.MOST_AT_ONCE).boxed()
        .collect(Collectors.toMap(i -> TestIds.any(), i -> new Reading.Mark(TestIds.any(), NOON)));
    assertThatThrownBy(() -> place.read(community.caller(community.bo), many)).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> place.read(community.caller(community.bo), Map.of("x", new Reading.Mark(TestIds.any(), NOON)))).isInstanceOf(Refused.class);
    assertThatThrownBy(() -> place.read(community.caller(community.bo), Map.of(TestIds.any(), new Reading.Mark(TestIds.any(), null))))
        .isInstanceOf(Refused.class);
  }

  @Provide
  Arbitrary<Map<String, Reading.Mark>> visits() {
    var ids = IntStream.range(0, 60).mapToObj("%026d"::formatted).toList();
    var marks = Arbitraries.integers().between(0, 10_000).map(i -> new Reading.Mark("%026d".formatted(i), NOON.plusSeconds(i)));
    return Arbitraries.maps(Arbitraries.of(ids), marks).ofMinSize(1).ofMaxSize(KeepPlace.MOST_AT_ONCE);
  }

  @Property(tries = 200)
  void theThreadsThatWereActiveLastAreKeptAndAMarkOnlyMovesOn(
      @ForAll("visits") Map<String, Reading.Mark> first, @ForAll("visits") Map<String, Reading.Mark> second,
      @ForAll("visits") Map<String, Reading.Mark> third) {
    var reading = Reading.none("m-1").with(first).with(second).with(third);
    var furthest = new HashMap<String, Instant>();
    for (var visit : List.of(first, second, third)) {
      visit.forEach((thread, mark) -> furthest.merge(thread, mark.lastActivityAt(), (one, other) -> one.isAfter(other) ? one : other));
    }
    assertThat(reading.marks()).hasSizeLessThanOrEqualTo(Reading.KEPT);
    var earliestKept = reading.marks().values().stream().map(Reading.Mark::lastActivityAt).min(Instant::compareTo).orElseThrow();
    furthest.forEach((thread, at) -> {
      if (reading.marks().containsKey(thread)) {
        assertThat(reading.marks().get(thread).lastActivityAt()).isEqualTo(at);
      } else {
        assertThat(at).isBeforeOrEqualTo(earliestKept);
      }
    });
  }
}
