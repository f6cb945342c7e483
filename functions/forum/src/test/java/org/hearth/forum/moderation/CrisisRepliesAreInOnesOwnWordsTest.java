package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;

import java.util.List;
import org.hearth.forum.Community;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.screening.Grade;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrisisRepliesAreInOnesOwnWordsTest {
  private static final String TEMPLATE = ReplyTemplates.STANDARD.templates().getFirst().text();
  private static final String FILLED = TEMPLATE.replaceAll("\\[[^]]*]", "...");
  private final Community community = new Community();
  private Post post;

  @BeforeEach
  void aCrisis() {
    community.screening.says(Grade.CRISIS);
    post = community.checked(community.asks(community.ada, community.open, "Words that frighten"));
    community.screening.says(Grade.GREEN);
    community.claim.by(community.caller(community.mo), post.id());
  }

  private Decide.Decided decides(String action, String reply) {
    var draft = action.equals("redact") ? Community.redact("[left]") : Community.draft(action);
    return community.decide.by(community.caller(community.mo), post.id(), Community.replying(draft, reply));
  }

  @ParameterizedTest
  @ValueSource(strings = {"approve", "redact", "hide", "remove", "warn", "mute", "ban"})
  void everyDecisionNeedsOne(String action) {
    invalid("reply", () -> decides(action, null));
    invalid("reply", () -> decides(action, "  "));
    var decided = decides(action, Community.PERSONAL_REPLY).decision();
    assertThat(decided.reply()).isEqualTo(Community.PERSONAL_REPLY);
    assertThat(community.now(post).notice().reply()).isEqualTo(Community.PERSONAL_REPLY);
  }

  @Test
  void ofEachTemplateSomethingMustBeSaidInOnesOwnWords() {
    for (var template : ReplyTemplates.STANDARD.templates()) {
      invalid("reply", () -> decides("hide", template.text()));
      invalid("reply", () -> decides("hide", template.text().replaceAll("\\[[^]]*]", "Ada")));
    }
  }

  @Test
  void aBlankThatWasNotFilledInIsNamed() {
    invalid("reply", () -> decides("hide", Community.PERSONAL_REPLY + " [name]"));
  }

  @Test
  void eightWordsAreEnoughAndSevenAreNot() {
    var eight = List.of("your", "sister", "moved", "out", "last", "tuesday", "oh", "dear");
    invalid("reply", () -> decides("hide", FILLED + " " + String.join(" ", eight.subList(0, 7)) + "!"));
    decides("hide", FILLED + " " + String.join(" ", eight));
  }

  @Test
  void writingTheTemplateInCapitalsOrInAnotherOrderMakesItNobodysOwn() {
    var words = List.of(FILLED.split("\\s+")).reversed();
    invalid("reply", () -> decides("hide", FILLED.toUpperCase()));
    invalid("reply", () -> decides("hide", String.join("  ", words)));
  }

  @Test
  void theOrganisationsOwnTemplatesCount() {
    community.forum.put(new ReplyTemplates(List.of(new ReplyTemplate("ours", "Ours", Community.PERSONAL_REPLY)), 1));
    invalid("reply", () -> decides("hide", Community.PERSONAL_REPLY));
    decides("hide", FILLED);
  }

  @Test
  void whoPassesItOnNeedNotWriteAndWhoDecidesThenMust() {
    invalid("reply", () -> decides("escalate", Community.PERSONAL_REPLY));
    decides("escalate", null);
    community.claim.by(community.caller(community.lena), post.id());
    invalid("reply", () -> community.decide.by(community.caller(community.lena), post.id(), Community.draft("hide")));
  }

  @Test
  void whoeverTookTheirPostBackReadsItAsWell() {
    community.deletes(post);
    decides("close", Community.PERSONAL_REPLY);
    assertThat(community.now(post).status()).isEqualTo(PostStatus.DELETED);
    assertThat(community.account.posts(community.caller(community.ada), java.util.Optional.empty()).items())
        .extracting(own -> own.post().notice().reply()).containsExactly(Community.PERSONAL_REPLY);
  }

  @Test
  void itTakesNoAppealAway() {
    var hidden = decides("hide", Community.PERSONAL_REPLY).decision();
    community.claim.by(community.caller(community.mo), post.id());
    community.decide.by(community.caller(community.mo), post.id(), Community.replying(Community.draft("close"), "How are you today?"));
    assertThat(community.now(post).notice().decisionId()).isEqualTo(hidden.id());
    assertThat(community.now(post).notice().reply()).isEqualTo("How are you today?");
    community.appeal.by(community.caller(community.ada), hidden.id(), "Please");
  }

  @Test
  void nobodyWritesToSomebodyWhoIsNotThere() {
    community.erasure.ask(community.caller(community.ada), Erasure.Choice.REMOVE.id());
    community.clock.forward(Erasure.COOLING_OFF.plusSeconds(1));
    community.erasing(failed -> { throw failed; }).round();
    community.claim.by(community.caller(community.mo), post.id());
    invalid("reply", () -> decides("close", Community.PERSONAL_REPLY));
    decides("close", null);
  }

  @Test
  void forAnythingLessNobodyHasToWriteAndAnybodyMay() {
    var held = community.held();
    community.decides(community.mo, held, "hide");
    assertThat(community.now(held).notice().reply()).isNull();
    community.decides(community.mo, held.id(), Community.replying(Community.draft("restore"), "Sorry for the wait."));
    assertThat(community.now(held).notice().reply()).isEqualTo("Sorry for the wait.");
  }
}
