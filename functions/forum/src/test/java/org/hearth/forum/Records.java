package org.hearth.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Load;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.drill.Drill;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.erasure.KeptCase;
import org.hearth.forum.greeting.Greeter;
import org.hearth.forum.greeting.GreetersTold;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.MailKey;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.members.Window;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReplyTemplate;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Reaction;
import org.hearth.forum.posting.Reactions;
import org.hearth.forum.posting.SentKey;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.reporting.AddressUse;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReason;
import org.hearth.forum.reporting.ReportReference;
import org.hearth.forum.reporting.SentReport;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.rota.Gap;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Rota;
import org.hearth.forum.rota.Shift;
import org.hearth.forum.screening.Family;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import org.hearth.forum.screening.Tuning;

/** Any record that the rules can make, with every field at every value that it may have. */
public final class Records {
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private Records() {}

  static Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.strings().withCharRange('a', 'z').withChars(' ', '\n', '#', '"', '\'', '<', 'é', '～').ofMaxLength(40),
        Arbitraries.of("", " ", "😀👩‍👩‍👧", "שלום", "a\tb", "THREAD#", "null", "0"));
  }

  static Arbitrary<Instant> times() {
    return Arbitraries.longs().between(Instant.parse("2024-01-01T00:00:00Z").toEpochMilli(), Instant.parse("2060-01-01T00:00:00Z").toEpochMilli())
        .map(Instant::ofEpochMilli);
  }

  static Arbitrary<String> ids() {
    return Arbitraries.create(TestIds::any);
  }

  private static Arbitrary<Integer> counts() {
    return Arbitraries.integers().between(0, 1_000_000);
  }

  private static Arbitrary<Long> revisions() {
    return Arbitraries.longs().between(1, 1L << 40);
  }

  private static Arbitrary<Boolean> truths() {
    return Arbitraries.of(true, false);
  }

  private static <T> Arbitrary<T> maybe(Arbitrary<T> value) {
    return value.injectNull(0.4);
  }

  static Arbitrary<Notice> notices() {
    var appeals = Combinators.combine(Arbitraries.of(Notice.Appeal.State.values()), times()).as(Notice.Appeal::new);
    return Combinators.combine(ids(), words(), words(), words(), times(), truths(), maybe(appeals), maybe(words())).as(Notice::new);
  }

  static Arbitrary<Group> groups() {
    return Combinators.combine(ids(), words(), words(), Arbitraries.of(Visibility.values()), counts(), words().list().ofMaxSize(3),
        Arbitraries.integers().between(0, 9_999), Combinators.combine(checks(), revisions()).as(Map::entry))
        .as((id, name, description, visibility, newcomerPosts, labels, position, rest) -> new Group(
            id, name, description, visibility, newcomerPosts, labels, position, rest.getKey(), rest.getValue()));
  }

  private static Arbitrary<Checks> checks() {
    var thresholds = Arbitraries.integers().between(1, 90).map(percent -> percent / 100.0);
    var chosen = Combinators.combine(thresholds, thresholds, thresholds, thresholds, words().list().ofMaxSize(2), words().list().ofMaxSize(2)).as(Tuning::new);
    return Arbitraries.oneOf(Arbitraries.just(Checks.STANDARD), Combinators.combine(chosen, maybe(words())).as(Checks::new));
  }

  static Arbitrary<ForumThread> threads() {
    return Combinators.combine(ids(), words(), words(), ids(), truths(), counts(), times(), Arbitraries.integers().between(0, 3))
        .as((id, title, name, author, listed, replies, activity, marks) -> new ForumThread(
            id, "g-" + author, title, author, name, listed, replies, activity, (marks & 1) > 0, (marks & 2) > 0,
            replies % 2 == 0 ? List.of() : List.of("grief", title), replies % 5,
            replies % 3 == 0 ? new ForumThread.Note("lock", name, activity) : null, replies % 4, 1L + replies));
  }

  private record Words(String title, String text, String name) {}

  private record Decided(boolean ruled, Instant expectedBy, Notice notice) {}

  static Arbitrary<Post> posts() {
    var words = Combinators.combine(maybe(words()), words(), words()).as(Words::new);
    var earlier = Combinators.combine(words(), counts(), truths()).as(Post.Earlier::new);
    var decided = Combinators.combine(truths(), maybe(times()), maybe(notices())).as(Decided::new);
    return Combinators.combine(ids(), words, Arbitraries.of(Role.values()), counts(), Arbitraries.of(PostStatus.values()), maybe(earlier),
            maybe(times()), decided)
        .as((id, said, role, version, status, shown, edited, ruling) -> new Post(id, TestIds.any(), "g-" + id, "m-" + id, said.name(), role,
            said.title(), said.text(), version, status, shown, edited, ruling.ruled(), ruling.expectedBy(), ruling.notice(), version % 3 == 0 ? TestIds.any() : null,
            version % 2 == 0 ? Reactions.NONE : new Reactions(Map.of(Reaction.ME_TOO, version)), version + 1L));
  }

  static Arbitrary<Profile> profiles() {
    var standings = Combinators.combine(Arbitraries.of(Standing.State.values()), maybe(times())).as(Standing::new);
    var windows = Arbitraries.oneOf(
        Arbitraries.just(Window.EMPTY), Combinators.combine(times(), Arbitraries.integers().between(1, 1_000)).as(Window::new));
    var groups = ids().set().ofMaxSize(3).map(Set::copyOf);
    return Combinators.combine(ids(), words(), Arbitraries.of(Role.values()), standings, groups, counts(), windows.tuple2(), maybe(notices()))
        .as((id, name, role, standing, belongs, published, window, notice) -> new Profile(id, name, role, standing, belongs,
            belongs.stream().limit(published % 3).collect(Collectors.toMap(group -> group, group -> Samples.NOON.plusMillis(group.hashCode()))),
            Samples.NOON.plusMillis(published), published, window.get1(), window.get2(), notice, published + 1L));
  }

  static Arbitrary<NameClaim> claims() {
    return Combinators.combine(words(), ids(), revisions()).as((name, member, revision) -> new NameClaim(name + member, member, revision));
  }

  /** Their end is kept to the second: it is what the table's own expiry counts in. */
  static Arbitrary<SentKey> keys() {
    return Combinators.combine(ids(), words(), ids(), ids(), times(), revisions()).as((member, print, thread, post, end, revision) ->
        new SentKey(member, "key-" + thread, print, thread, post, Instant.ofEpochSecond(end.getEpochSecond()), revision));
  }

  private record Life(Case.State state, Instant openedAt, Instant closedAt, Case.Clocks clocks, Case.FollowUp followUp, Case.Outcome outcome) {}

  private record Said(List<Case.Snapshot> snapshots, List<Finding> findings, List<String> reasons, List<Case.Event> events) {}

  private record Work(Case.Claim claim, Case.OpenAppeal appeal) {}

  static Arbitrary<Case> cases() {
    var clocks = Combinators.combine(maybe(times()), maybe(times()), maybe(times()), maybe(times()), truths()).as(Case.Clocks::new);
    var followUps = Combinators.combine(times(), maybe(times()), maybe(words()), maybe(words())).as(Case.FollowUp::new);
    var outcomes = Combinators.combine(Arbitraries.of(Action.values()), times()).as(Case.Outcome::new);
    var lives = Combinators.combine(Arbitraries.of(Case.State.values()), times(), times(), clocks, followUps, truths(), maybe(outcomes))
        .as((state, opened, closed, told, owed, owing, outcome) -> new Life(state, opened, state == Case.State.OPEN ? null : closed, told,
            owing || state == Case.State.FOLLOW_UP ? owed : null, outcome));
    var subjects = Combinators.combine(maybe(ids()), maybe(ids()), maybe(ids()), maybe(words()), maybe(ids()), maybe(words()), maybe(words()),
        maybe(words())).as(Case.Subject::new);
    var snapshots = Combinators.combine(counts(), maybe(words()), words(), times(), truths()).as(Case.Snapshot::new);
    var findings = Combinators.combine(Arbitraries.of(Family.values()), words(), Arbitraries.of(Grade.values()), counts(), counts(), words())
        .as((family, rule, grade, start, length, reason) -> new Finding(family, rule, grade, start, start + length, reason));
    var events = Combinators.combine(times(), words(), maybe(words())).as(Case.Event::new);
    var said = Combinators.combine(snapshots.list().ofMaxSize(5), findings.list().ofMaxSize(3), words().list().ofMaxSize(3), events.list().ofMaxSize(3))
        .as(Said::new);
    var claims = Combinators.combine(ids(), words(), times()).as(Case.Claim::new);
    var appeals = Combinators.combine(ids(), ids(), ids(), words(), times()).as(Case.OpenAppeal::new);
    var work = Combinators.combine(maybe(claims), maybe(appeals)).as(Work::new);
    return Combinators.combine(Arbitraries.of(Case.Kind.values()), Arbitraries.of(Risk.values()), lives, subjects, said, work, counts(), truths())
        .as((kind, risk, life, subject, words, doing, reports, failed) -> new Case(TestIds.any(), kind, life.state(), risk, life.openedAt(),
            life.closedAt(), subject, words.snapshots(), words.findings(), words.reasons(), reports, doing.claim(), doing.appeal(), words.events(),
            life.clocks(), failed, reports % 5, life.followUp(), life.outcome(), reports + 1L));
  }

  static Arbitrary<Report> reports() {
    return Combinators.combine(ids(), words(), Arbitraries.of(ReportReason.values()), maybe(words()), maybe(ids()), maybe(words()), times(), revisions())
        .as((id, reference, reason, note, reporter, contact, at, revision) ->
            new Report(id, "HR-" + reference, reason, note, reporter, contact, at, revision % 2 == 0, revision % 3 == 0, revision));
  }

  static Arbitrary<Decision> decisions() {
    return Combinators.combine(ids(), Arbitraries.of(Action.values()), words(), words(), words(), maybe(ids()), times(), maybe(times()))
        .as((id, action, rule, reason, moderator, concerns, at, until) ->
            new Decision(id, TestIds.any(), action, rule, reason, "m-" + moderator, moderator, concerns, at, until, at.toEpochMilli() % 2 == 0 ? null : reason, 1));
  }

  static Arbitrary<MemberNote> notes() {
    return Combinators.combine(ids(), ids(), words(), ids(), words(), times()).as(MemberNote::new);
  }

  static Arbitrary<PostVersion> versions() {
    return Combinators.combine(ids(), ids(), Arbitraries.integers().between(1, 999_999), words(), times(), truths()).as(PostVersion::new);
  }

  static Arbitrary<QueueCounts> counted() {
    return Combinators.combine(Arbitraries.maps(Arbitraries.of(Risk.values()), counts()), counts(), revisions()).as(QueueCounts::new);
  }

  static Arbitrary<ReplyTemplates> templates() {
    return Combinators.combine(Combinators.combine(ids(), words(), words()).as(ReplyTemplate::new).list().ofMaxSize(3), revisions())
        .as(ReplyTemplates::new);
  }

  static Arbitrary<Erasure> erasures() {
    return Combinators.combine(ids(), Arbitraries.of(Erasure.Choice.values()), times(), times(), revisions()).as(Erasure::new);
  }

  static Arbitrary<ThreadMarks> marks() {
    var kinds = Arbitraries.of(Reaction.values()).set().ofMinSize(1);
    return Combinators.combine(ids(), ids(), Arbitraries.maps(ids(), kinds).ofMaxSize(3), truths(), maybe(words()), maybe(times()), revisions())
        .as(ThreadMarks::new);
  }

  static Arbitrary<Reading> readings() {
    var marks = Combinators.combine(ids(), times()).as(Reading.Mark::new);
    return Combinators.combine(ids(), Arbitraries.maps(ids(), marks).ofMaxSize(Reading.KEPT), revisions()).as(Reading::new);
  }

  static Arbitrary<Preferences> preferences() {
    var labels = Arbitraries.maps(ids(), Arbitraries.of("collapse", "hide")).ofMaxSize(3);
    var named = Arbitraries.maps(ids(), words()).ofMaxSize(3);
    var filters = Combinators.combine(labels, named, named).as(Preferences.Filters::new);
    var mails = Combinators.combine(ids(), truths(), truths(), maybe(times())).as(Preferences.Mail::new);
    return Combinators.combine(ids(), maybe(times()), filters, Arbitraries.oneOf(Arbitraries.just(Preferences.Mail.NONE), mails), truths(), revisions())
        .as(Preferences::new);
  }

  static Arbitrary<Greeter> greeters() {
    return Combinators.combine(ids(), ids(), times(), revisions()).as(Greeter::new);
  }

  static Arbitrary<GreetersTold> greetersTold() {
    return Combinators.combine(times(), revisions()).as(GreetersTold::new);
  }

  static Arbitrary<Resource> resources() {
    return Combinators.combine(ids(), words(), words(), maybe(words()), words(), times(), revisions()).as(Resource::new);
  }

  static Arbitrary<Invitation> invitations() {
    var stays = Combinators.combine(maybe(times()), maybe(counts())).as(Invitation.Stay::new);
    return Combinators.combine(ids(), words(), words(), ids(), times(), counts().tuple2(), stays, Combinators.combine(maybe(times()), revisions()).as(Tuple::of))
        .as((id, group, hash, by, expires, uses, stay, rest) ->
            new Invitation(id, group, hash, by, expires, uses.get1(), uses.get2(), stay, rest.get1(), rest.get2()));
  }

  static Arbitrary<ExtensionRequest> extensionRequests() {
    var answers = Combinators.combine(truths(), maybe(times()), words(), ids(), times()).as(ExtensionRequest.Answer::new);
    return Combinators.combine(ids(), ids(), words(), times(), maybe(answers), revisions()).as(ExtensionRequest::new);
  }

  static Arbitrary<Companion> companions() {
    return Combinators.combine(ids(), ids(), Arbitraries.of(Companion.State.values()), times(), counts(), maybe(ids()), maybe(words()), revisions())
        .as(Companion::new);
  }

  static Arbitrary<ConversationSettings> conversationSettings() {
    return Combinators.combine(truths(), revisions()).as(ConversationSettings::new);
  }

  static Arbitrary<MailKey> mailKeys() {
    return Combinators.combine(words(), revisions()).as(MailKey::new);
  }

  static Arbitrary<KeptCase> keptCases() {
    return Combinators.combine(ids(), times(), revisions()).as(KeptCase::new);
  }

  static Arbitrary<KeptStanding> keptStandings() {
    var standings = Combinators.combine(Arbitraries.of(Standing.State.values()), maybe(times())).as(Standing::new);
    return Combinators.combine(ids(), standings, revisions()).as(KeptStanding::new);
  }

  static Arbitrary<AuditEntry> entries() {
    return Combinators.combine(times(), words(), words(), words(), words(), words(), words())
        .as((at, actor, action, target, rule, previous, hash) ->
            new AuditEntry("2026-11", SEQUENCE.incrementAndGet(), at, actor, action, target, rule, previous, hash));
  }

  static Arbitrary<AuditHead> heads() {
    return Combinators.combine(Arbitraries.longs().between(1, 999_999_999_999L), words(), revisions())
        .as((sequence, hash, revision) -> new AuditHead(sequence, hash, "2026-0" + (1 + sequence % 9), "2026-11", revision));
  }

  static Arbitrary<ReportReference> references() {
    return Combinators.combine(ids(), ids()).as((reference, one) -> new ReportReference("HR-" + reference, one, 1));
  }

  static Arbitrary<SentReport> sentReports() {
    return Combinators.combine(ids(), words(), ids(), times(), revisions()).as((key, print, reference, end, revision) ->
        new SentReport("key-" + key, print, "HR-" + reference, Instant.ofEpochSecond(end.getEpochSecond()), revision));
  }

  static Arbitrary<AddressUse> addressUses() {
    var windows = Combinators.combine(times(), Arbitraries.integers().between(1, 1_000)).as(Window::new);
    return Combinators.combine(ids(), windows, times(), revisions())
        .as((address, window, end, revision) -> new AddressUse(address, window, Instant.ofEpochSecond(end.getEpochSecond()), revision));
  }

  static Arbitrary<Rota> rotas() {
    var shifts = Combinators.combine(ids(), ids(), words(), times(), times()).as(Shift::new);
    return Combinators.combine(truths(), maybe(times()), Arbitraries.integers().between(15, 240), shifts.list().ofMaxSize(4), revisions())
        .as((used, since, window, planned, revision) -> new Rota(used, since, Duration.ofMinutes(window), planned, revision));
  }

  static Arbitrary<Presence> presences() {
    return Combinators.combine(ids(), words(), Arbitraries.of(Role.values()), times(), revisions()).as(Presence::new);
  }

  static Arbitrary<Drill> drills() {
    return Combinators.combine(ids(), words(), times(), revisions()).as(Drill::new);
  }

  static Arbitrary<CareSettings> careSettings() {
    return Combinators.combine(Arbitraries.integers().between(1, 100), Arbitraries.integers().between(0, 240), revisions())
        .as((budget, rest, revision) -> new CareSettings(budget, Duration.ofMinutes(rest), revision));
  }

  static Arbitrary<Load> loads() {
    return Combinators.combine(ids(), words(), times(), ids().set().ofMaxSize(4), maybe(times()), Arbitraries.of(true, false), maybe(times()), revisions())
        .as(Load::new);
  }

  static Arbitrary<Gap> gaps() {
    return Combinators.combine(times(), maybe(times()), revisions()).as(Gap::new);
  }

  static Case withId(Case one, String id) {
    return new Case(id, one.kind(), one.state(), one.risk(), one.openedAt(), one.closedAt(), one.subject(), one.snapshots(), one.findings(),
        one.reasons(), one.reportCount(), one.claim(), one.appeal(), one.events(), one.clocks(), one.checkFailed(), one.flags(), one.followUp(),
        one.outcome(), one.revision());
  }
}
