package org.hearth.forum.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hearth.forum.Community;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.rota.Rota;

/** Whoever reports, for whatever reason, how often and at what hour: a person's standing is changed by a person. */
class NoNumberOfReportsChangesAPersonsStandingTest {

  private record Flag(int reporter, ReportReason reason, boolean profile, int minutesLater) {}

  @Provide
  Arbitrary<List<Flag>> flags() {
    return Combinators.combine(Arbitraries.integers().between(0, 12), Arbitraries.of(ReportReason.values()), Arbitraries.of(true, false),
        Arbitraries.integers().between(0, 90)).as(Flag::new).list().ofMinSize(1).ofMaxSize(60);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void byDayOrByNight(@ForAll("flags") List<Flag> flags, @ForAll boolean nobodyOnDuty) {
    var community = new Community();
    var post = community.published(community.open);
    if (nobodyOnDuty) {
      community.forum.put(new Rota(true, community.clock.instant(), Rota.USUAL_WINDOW, List.of(), 1));
    }
    for (var flag : flags) {
      community.clock.forward(Duration.ofMinutes(flag.minutesLater()));
      var reporter = flag.reporter() == 0 ? Community.VISITOR : community.caller(known(community, flag.reporter()));
      var draft = new ReportDraft(flag.reason().id(), null, null);
      if (flag.profile()) {
        community.report.member(Sender.of(reporter), community.ada, draft);
      } else if (community.now(post).shown()) {
        community.report.post(reporter, post.threadId(), post.id(), draft);
      }
      community.sweep.round();
      assertThat(community.profile(community.ada).standing()).isEqualTo(Standing.GOOD);
    }
    assertThat(community.profile(community.ada).notice()).isNull();
    assertThat(community.forum.all(Decision.class)).isEmpty();
    assertThat(community.caller(community.ada).standing().mayWrite()).isTrue();
  }

  private static String known(Community community, int number) {
    var id = "m-Cy" + number;
    return community.forum.members.find(id).isPresent() ? id : community.join("Cy" + number, Role.MEMBER, Community.KNOWN, java.util.Set.of());
  }
}
