package org.hearth.forum.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.Community;
import org.junit.jupiter.api.Test;

/** Rule: a break lasts as long as was asked, ends early when its member wants, and changes nothing else (row 24). */
class ABreakIsTheMembersOwnAffairTest {
  private static final Prefer.MailWish NO_MAIL = new Prefer.MailWish(Optional.empty(), null, null, null);
  private final Community community = new Community();
  private final Prefer prefer = new Prefer(community.forum.members, community.forum, community.clock);
  private final Caller ada = community.caller(community.ada);

  @Test
  void itLastsForTheDaysThatWereAsked() {
    var chosen = prefer.change(ada, resting(7));
    var now = community.clock.instant();
    assertThat(chosen.restsUntil(now)).isEqualTo(now.plus(Duration.ofDays(7)));
    assertThat(chosen.restsUntil(now.plus(Duration.ofDays(7)).minusMillis(1))).isNotNull();
    assertThat(chosen.restsUntil(now.plus(Duration.ofDays(7)))).isNull();
  }

  @Test
  void itEndsEarly() {
    prefer.change(ada, resting(30));
    assertThat(prefer.change(ada, resting(0)).restsUntil(community.clock.instant())).isNull();
  }

  @Test
  void itHasAnEnd() {
    assertThat(invalid("breakDays", () -> prefer.change(ada, resting(366)))).contains("365 days");
    assertThat(prefer.of(ada)).isEqualTo(Preferences.none(community.ada));
  }

  @Test
  void nothingElseOfTheirsChanges() {
    var profile = community.forum.members.find(community.ada);
    prefer.change(ada, new Prefer.Wish(null, Map.of("grief", "hide"), null, null, NO_MAIL));
    prefer.change(ada, resting(7));
    assertThat(community.forum.members.find(community.ada)).isEqualTo(profile);
    assertThat(prefer.of(ada).filters().labels()).containsEntry("grief", "hide");
    assertThat(community.forum.members.preferences(community.bo)).isEmpty();
  }

  @Test
  void theyWriteAsBefore() {
    prefer.change(ada, resting(7));
    assertThat(community.checked(community.replies(community.ada, community.published(community.open).threadId(), "Back for a moment")).shown()).isTrue();
  }

  private static Prefer.Wish resting(int days) {
    return new Prefer.Wish(days, null, null, null, NO_MAIL);
  }
}
