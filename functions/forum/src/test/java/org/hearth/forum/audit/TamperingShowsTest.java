package org.hearth.forum.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hearth.forum.Change;
import org.hearth.forum.Community;
import org.hearth.forum.Conflict;
import org.hearth.forum.Refusal;

class TamperingShowsTest {
  private enum Field {
    AT,
    ACTOR,
    ACTION,
    TARGET,
    RULE,
    PREVIOUS,
    HASH
  }

  private static final int ENTRIES = 40;

  // Forty entries over three months.
  private static Community withLog() {
    var community = new Community();
    var auditing = new Auditing(community.forum.log);
    for (int i = 0; i < ENTRIES; i++) {
      auditing.alone(community.forum, community.clock.instant(), "m-" + i % 3, Audited.HIDE, "p-" + i);
      community.clock.forward(Duration.ofDays(2));
    }
    return community;
  }

  private static List<AuditEntry> entries(Community community) {
    return community.forum.all(AuditEntry.class).stream().sorted(Comparator.comparing(AuditEntry::sequence)).toList();
  }

  private static ReadAudit.Verification verified(Community community) {
    return community.audit.verify(community.caller(community.lena));
  }

  private static void witnessed(Community community) {
    assertThat(community.watchAudit.look()).isFalse();
  }

  private static void takeAwayFrom(Community community, long sequence) {
    entries(community).stream().filter(entry -> entry.sequence() >= sequence).forEach(community.forum::takeAway);
    var last = entries(community);
    var head = community.forum.log.head().orElseThrow();
    community.forum.takeAway(head);
    if (!last.isEmpty()) {
      community.forum.put(new AuditHead(last.getLast().sequence(), last.getLast().hash(), head.firstMonth(), last.getLast().month(), head.revision()));
    }
  }

  private static void write(Community community, int entries) {
    for (int i = 0; i < entries; i++) {
      new Auditing(community.forum.log).alone(community.forum, community.clock.instant(), "m-0", Audited.HIDE, "p-forged-" + i);
    }
  }

  @Example
  void aLogThatWasDeletedWithItsHeadIsMissed() {
    var community = withLog();
    witnessed(community);
    takeAwayFrom(community, 1);
    assertThat(verified(community).brokenAt()).hasValueSatisfying(broken -> assertThat(broken.what()).contains("whole log is missing", "40"));
    assertThat(community.watchAudit.look()).isTrue();
  }

  @Example
  void aLogWhoseEndWasCutOffWithItsHeadIsMissed() {
    var community = withLog();
    witnessed(community);
    takeAwayFrom(community, 31);
    assertThat(verified(community).brokenAt()).hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(31));
    write(community, 5);
    assertThat(community.watchAudit.look()).isTrue();
    assertThat(verified(community).intact()).isFalse();
  }

  @Example
  void aWholeNewLogInItsPlaceIsFoundOutHoweverLongItIs() {
    var community = withLog();
    witnessed(community);
    takeAwayFrom(community, 1);
    write(community, ENTRIES + 5);
    assertThat(community.watchAudit.look()).isTrue();
    assertThat(verified(community).brokenAt()).hasValueSatisfying(broken -> assertThat(broken.sequence()).isEqualTo(ENTRIES));
  }

  @Example
  void theLeadIsToldOnceAndTheWitnessStaysWithWhatItSaw() {
    var community = withLog();
    witnessed(community);
    takeAwayFrom(community, 1);
    write(community, ENTRIES + 5);
    assertThat(community.watchAudit.look()).isTrue();
    assertThat(community.watchAudit.look()).isTrue();
    assertThat(community.alerts.toLead()).singleElement().satisfies(alert -> assertThat(alert.subject()).contains("audit log"));
    assertThat(community.witness.last().orElseThrow().sequence()).isEqualTo(ENTRIES);
  }

  @Example
  void theWitnessFollowsALogThatOnlyGrows() {
    var community = withLog();
    witnessed(community);
    write(community, 3);
    witnessed(community);
    assertThat(community.witness.last().orElseThrow().sequence()).isEqualTo(ENTRIES + 3);
    assertThat(verified(community).intact()).isTrue();
    assertThat(community.alerts.sent()).isEmpty();
  }

  @Example
  void aLogThatNobodyTouchedIsIntact() {
    var community = withLog();
    var verification = verified(community);
    assertThat(verification.intact()).isTrue();
    assertThat(verification.entries()).isEqualTo(ENTRIES);
    assertThat(verification.headHash()).isEqualTo(entries(community).getLast().hash());
    assertThat(verified(new Community()).intact()).isTrue();
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anyChangedFieldOfAnyEntryIsFound(@ForAll @IntRange(max = ENTRIES - 1) int which, @ForAll Field field) {
    var community = withLog();
    var entry = entries(community).get(which);
    community.forum.put(changed(entry, field));
    assertThat(verified(community).intact()).isFalse();
    assertThat(verified(community).brokenAt().orElseThrow().sequence()).isEqualTo(entry.sequence());
  }

  private static AuditEntry changed(AuditEntry entry, Field field) {
    var at = field == Field.AT ? entry.at().plusMillis(1) : entry.at();
    return new AuditEntry(entry.month(), entry.sequence(), at, other(entry.actor(), field == Field.ACTOR),
        other(entry.action(), field == Field.ACTION), other(entry.target(), field == Field.TARGET), other(entry.rule(), field == Field.RULE),
        other(entry.previousHash(), field == Field.PREVIOUS), other(entry.hash(), field == Field.HASH));
  }

  private static String other(String text, boolean other) {
    return other ? text + "x" : text;
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void anyEntryThatIsMadeAnewWithAHashOfItsOwnIsFound(@ForAll @IntRange(max = ENTRIES - 1) int which) {
    var community = withLog();
    var all = entries(community);
    var entry = all.get(which);
    var before = which == 0 ? null : all.get(which - 1);
    var head = before == null ? null : new AuditHead(before.sequence(), before.hash(), all.getFirst().month(), before.month(), 1);
    community.forum.put(AuditEntry.following(head, entry.month(), entry.at(), "m-somebody-else", entry.action(), entry.target(), entry.rule()));
    assertThat(verified(community).intact()).isFalse();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void anyMissingEntryIsFound(@ForAll @IntRange(max = ENTRIES - 1) int which) {
    var community = withLog();
    community.forum.takeAway(entries(community).get(which));
    assertThat(verified(community).intact()).isFalse();
    assertThat(verified(community).brokenAt().orElseThrow().sequence()).isEqualTo(which + 1);
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void anyCutOffEndIsFound(@ForAll @IntRange(min = 1, max = ENTRIES) int howMany) {
    var community = withLog();
    entries(community).subList(ENTRIES - howMany, ENTRIES).forEach(community.forum::takeAway);
    assertThat(verified(community).intact()).isFalse();
  }

  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void twoEntriesThatChangedPlacesAreFound(@ForAll @IntRange(max = ENTRIES - 2) int which) {
    var community = withLog();
    var first = entries(community).get(which);
    var second = entries(community).get(which + 1);
    Stream.of(first, second).forEach(community.forum::takeAway);
    community.forum.put(at(second, first));
    community.forum.put(at(first, second));
    assertThat(verified(community).intact()).isFalse();
  }

  private static AuditEntry at(AuditEntry entry, AuditEntry place) {
    return new AuditEntry(place.month(), place.sequence(), entry.at(), entry.actor(), entry.action(), entry.target(), entry.rule(),
        entry.previousHash(), entry.hash());
  }

  @Example
  void anEntryBehindTheHeadIsFound() {
    var community = withLog();
    var last = entries(community).getLast();
    community.forum.put(new AuditEntry(last.month(), ENTRIES + 1, last.at(), "m-x", "hide", "p-x", "", last.hash(), last.hash()));
    assertThat(verified(community).intact()).isFalse();
  }

  @Example
  void leadsAndAdminsMayVerifyAndNobodyElse() {
    var community = withLog();
    community.audit.verify(community.caller(community.abe));
    for (var somebody : List.of(community.ada, community.mo)) {
      var caller = community.caller(somebody);
      refused(Refusal.WrongRole.class, () -> community.audit.verify(caller));
      refused(Refusal.WrongRole.class, () -> community.audit.page(caller, AuditFilter.ALL, Optional.empty()));
      refused(Refusal.WrongRole.class, () -> community.audit.each(caller, AuditFilter.ALL, entry -> { }));
    }
    refused(Refusal.NotSignedIn.class, () -> community.audit.verify(Community.VISITOR));
  }

  @Example
  void anEntryIsWrittenWithItsChangeOrNotAtAll() {
    var community = withLog();
    var before = community.forum.everything();
    var stale = community.profile(community.ada).counting(1).counting(1);
    try {
      community.forum.commit(new Auditing(community.forum.log).to(new Change().save(stale), community.clock.instant(), "m-x", Audited.HIDE, "p", null));
    } catch (Conflict lost) {
      assertThat(community.forum.everything()).isEqualTo(before);
      return;
    }
    throw new AssertionError("a stale change was written");
  }
}
