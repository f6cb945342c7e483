package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.hearth.forum.Community;
import org.hearth.forum.FieldError;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refusals;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.screening.Screening;
import org.junit.jupiter.api.Test;

class GroupsChooseHowCarefulTheirChecksAreTest {
  private static final String SOUP = "Does anybody have a recipe for zoomble soup with leeks?";
  private static final String GARDEN = "Which zoomble do you use for the garden? Mine leaks at the handle.";
  private static final String LIBRARY = "The zoomble group meets on Tuesday at ten in the library.";
  private static final ChecksDraft ZOOMBLE = words("zoomble");

  private final Community community = new Community();
  private final Auditing auditing = new Auditing(community.forum.log);
  private final TuneChecks tune = new TuneChecks(
      community.forum.groups, community.forum.posts, community.forum, auditing, Screening.standard(), community.clock);
  private final ScreenPost screen = new ScreenPost(community.forum.posts, community.forum.groups, community.forum.cases,
      community.forum, auditing, Screening.standard(), community.forum.rotas, community.clock);

  private static ChecksDraft words(String... held) {
    return new ChecksDraft(null, null, null, null, List.of(held), List.of());
  }

  private Post written(Group group, String text) {
    var post = community.asks(community.ada, group, text);
    screen.check(post);
    return community.forum.posts.find(post.threadId(), post.id()).orElseThrow();
  }

  @Test
  void aWordIsHeldInTheGroupThatChoseItAndNowhereElse() {
    assertThat(written(community.open, SOUP).status()).isEqualTo(PostStatus.PUBLISHED);
    tune.change(community.caller(community.lena), community.open.id(), ZOOMBLE, "Somebody sells these", 1);
    assertThat(written(community.open, GARDEN).status()).isEqualTo(PostStatus.HELD);
    assertThat(written(community.members, LIBRARY).status()).isEqualTo(PostStatus.PUBLISHED);
  }

  @Test
  void aPreviewTellsWhichPostsOfTheLastThirtyDaysWouldBeHeldAndChangesNone() {
    var old = written(community.open, SOUP);
    community.clock.forward(TuneChecks.LOOKED_BACK.plus(Duration.ofMinutes(1)));
    var recent = written(community.open, GARDEN);
    written(community.members, LIBRARY);

    var foreseen = tune.preview(community.caller(community.abe), community.open.id(), ZOOMBLE);
    assertThat(foreseen.outcome().posts()).isEqualTo(1);
    assertThat(foreseen.outcome().held()).isEqualTo(1);
    assertThat(foreseen.more()).isFalse();
    assertThat(foreseen.differences()).extracting(one -> one.post().id()).containsExactly(recent.id());
    assertThat(community.forum.posts.find(old.threadId(), old.id()).orElseThrow()).isEqualTo(old);
    assertThat(community.forum.groups.find(community.open.id()).orElseThrow().checks()).isEqualTo(Checks.STANDARD);
  }

  @Test
  void anAdminReadsOnlyWhatTheyMayReadElsewhere() {
    var restricted = community.asks(community.invited, community.closed, SOUP);
    screen.check(restricted);
    var admins = tune.preview(community.caller(community.abe), community.closed.id(), ZOOMBLE);
    // Not even how many: word after word, that would tell them what is written there.
    assertThat(admins.outcome().posts()).isZero();
    assertThat(admins.outcome().held()).isZero();
    assertThat(admins.differences()).isEmpty();
    assertThat(tune.preview(community.caller(community.lena), community.closed.id(), ZOOMBLE).differences()).hasSize(1);
  }

  @Test
  void whoLookedAndWhoChangedThemIsInTheLogAndWhatForIsWithTheGroup() {
    tune.preview(community.caller(community.abe), community.open.id(), ZOOMBLE);
    tune.change(community.caller(community.lena), community.open.id(), ZOOMBLE, "Somebody sells these", 1);
    assertThat(community.forum.all(AuditEntry.class)).extracting(AuditEntry::actor, AuditEntry::action, AuditEntry::rule).containsExactlyInAnyOrder(
        tuple(community.abe, "checks-previewed", ""),
        tuple(community.lena, "checks-changed", ""));
    assertThat(community.forum.groups.find(community.open.id()).orElseThrow().checks().reason()).isEqualTo("Somebody sells these");
  }

  @Test
  void whoReadAnOlderStateLooksAgainFirst() {
    tune.change(community.caller(community.lena), community.open.id(), ZOOMBLE, "Somebody sells these", 1);
    Refusals.refused(Refusal.Changed.class,
        () -> tune.change(community.caller(community.abe), community.open.id(), words(), "Too careful", 1));
    assertThat(community.forum.groups.find(community.open.id()).orElseThrow().checks().tuning().heldWords()).containsExactly("zoomble");
  }

  @Test
  void onlyLeadsAndAdminsMay() {
    Stream.of(community.ada, community.mo).map(community::caller).forEach(caller -> {
      Refusals.refused(Refusal.WrongRole.class, () -> tune.groups(caller));
      Refusals.refused(Refusal.WrongRole.class, () -> tune.preview(caller, community.open.id(), ZOOMBLE));
      Refusals.refused(Refusal.WrongRole.class, () -> tune.change(caller, community.open.id(), ZOOMBLE, "Because", 1));
    });
  }

  @Test
  void whatCantBeIsRefusedFieldByField() {
    var draft = new ChecksDraft(95, 0, 101, 40, List.of("an"), List.of("x".repeat(61)));
    var refusal = Refusals.refused(Refusal.Invalid.class,
        () -> tune.change(community.caller(community.lena), community.open.id(), draft, "Because", 1));
    assertThat(refusal.errors()).extracting(FieldError::field)
        .containsExactly("concerning", "imminent", "spam", "heldWords", "allowedWords");
    Refusals.invalid("reason", () -> tune.change(community.caller(community.lena), community.open.id(), words(), " ", 1));
    assertThat(community.forum.groups.find(community.open.id()).orElseThrow().checks()).isEqualTo(Checks.STANDARD);
  }
}
