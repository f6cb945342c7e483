package org.hearth.forum.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BannedMembersMayStillAppealTest {
  private final Community community = new Community();

  @ParameterizedTest
  @ValueSource(strings = {"mute", "suspend", "ban"})
  void andReadTheirAccount(String action) {
    var post = community.published(community.open);
    var draft = action.equals("ban") ? Community.draft(action) : community.until(action, Duration.ofDays(7));
    var decision = community.decide.about(community.caller(community.mo), community.ada, draft).decision();
    var ada = community.caller(community.ada);

    assertThat(community.account.own(ada).notice().decisionId()).isEqualTo(decision.id());
    assertThat(community.account.posts(ada, Optional.empty()).items()).extracting(own -> own.post().id()).containsExactly(post.id());
    var export = community.account.export(ada);
    assertThat(export.posts()).extracting(Post::id).containsExactly(post.id());
    assertThat(export.decisions()).containsExactly(decision);
    community.appeal.by(ada, decision.id(), "Please look again");
    assertThat(community.caseOf(community.ada).orElseThrow().appeal()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"suspend", "ban"})
  void butNotTakePart(String action) {
    var draft = action.equals("ban") ? Community.draft(action) : community.until(action, Duration.ofDays(7));
    community.decide.about(community.caller(community.mo), community.ada, draft);
    var ada = community.caller(community.ada);
    refused(Refusal.StandingForbids.class, () -> ada.reader());
    refused(Refusal.StandingForbids.class, () -> ada.writer());
    refused(Refusal.StandingForbids.class, () -> community.account.of(ada, community.bo));
  }
}
