package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Community;
import org.hearth.forum.FieldError;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.api.Test;

class DecisionsNeedTheirFieldsTest {
  private final Community community = new Community();
  private final Post held = community.held();
  private final Instant tomorrow = community.clock.instant().plus(Duration.ofDays(1));

  private void decides(String action, String rule, String reason, String text, Instant until) {
    community.decides(community.mo, held.id(), new DecisionDraft(action, rule, reason, text, until, null));
  }

  @Test
  void anActionARuleAndAReason() {
    invalid("action", () -> decides("shout", "be-kind", "Because", null, null));
    invalid("action", () -> decides(null, "be-kind", "Because", null, null));
    invalid("rule", () -> decides("hide", "my-rule", "Because", null, null));
    invalid("rule", () -> decides("hide", null, "Because", null, null));
    invalid("reason", () -> decides("hide", "be-kind", " ", null, null));
    invalid("reason", () -> decides("hide", "be-kind", null, null, null));
    invalid("reason", () -> decides("hide", "be-kind", "x".repeat(2_001), null, null));
    invalid("reason", () -> decides("hide", "be-kind", "\u202E", null, null));
    assertThat(community.now(held)).isEqualTo(held);
  }

  @Test
  void aTextForRedactAndForNothingElse() {
    invalid("text", () -> decides("redact", "be-kind", "Because", null, null));
    invalid("text", () -> decides("redact", "be-kind", "Because", "", null));
    invalid("text", () -> decides("hide", "be-kind", "Because", "Other words", null));
  }

  @Test
  void anEndForSuspendAndMuteInTheFutureAndForNothingElse() {
    invalid("until", () -> decides("suspend", "be-kind", "Because", null, null));
    invalid("until", () -> decides("suspend", "be-kind", "Because", null, community.clock.instant()));
    invalid("until", () -> decides("mute", "be-kind", "Because", null, community.clock.instant().minusSeconds(1)));
    invalid("until", () -> decides("ban", "be-kind", "Because", null, tomorrow));
    invalid("until", () -> decides("hide", "be-kind", "Because", null, tomorrow));
    decides("mute", "be-kind", "Because", null, null);
  }

  @Test
  void allThatIsWrongIsNamedAtOnce() {
    var errors = refused(Refusal.Invalid.class, () -> decides("shout", null, null, "x", null)).errors();
    assertThat(errors).extracting(FieldError::field).contains("action", "rule", "reason");
  }

  @Test
  void everyRuleMayBeNamed() {
    for (var rule : Rule.values()) {
      decides("hide", rule.id(), "Because", null, null);
    }
  }
}
