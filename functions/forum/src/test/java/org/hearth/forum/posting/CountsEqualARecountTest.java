package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.hearth.forum.Community;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.members.Notice;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.rota.ShiftDraft;
import org.hearth.forum.screening.Grade;

/** Whatever people and moderators do, in whatever order: the numbers are those that one would count. */
class CountsEqualARecountTest {
  private enum Doing {
    START,
    REPLY,
    EDIT,
    DELETE,
    CHECK,
    GIVE_UP,
    REPORT,
    FLAGGED_AT_NIGHT,
    DECIDE,
    RESTORE_MEMBER,
    APPEAL
  }

  private static final int FLAGS = 3;

  private record Step(Doing doing, int which, int member, int decision, Grade grade) {}

  private static final List<String> DECISIONS =
      List.of("approve", "redact", "hide", "remove", "restore", "warn", "mute", "suspend", "ban", "escalate", "close");

  @Provide
  Arbitrary<List<Step>> steps() {
    var doings = Arbitraries.frequency(
        Tuple.of(2, Doing.START), Tuple.of(4, Doing.REPLY), Tuple.of(3, Doing.EDIT),
        Tuple.of(2, Doing.DELETE), Tuple.of(8, Doing.CHECK), Tuple.of(1, Doing.GIVE_UP),
        Tuple.of(2, Doing.REPORT), Tuple.of(1, Doing.FLAGGED_AT_NIGHT), Tuple.of(8, Doing.DECIDE), Tuple.of(2, Doing.RESTORE_MEMBER),
        Tuple.of(2, Doing.APPEAL));
    var grades = Arbitraries.frequency(Tuple.of(5, Grade.GREEN), Tuple.of(1, Grade.AMBER),
        Tuple.of(1, Grade.RED), Tuple.of(1, Grade.CRISIS));
    var numbers = Arbitraries.integers().between(0, 99);
    return Combinators.combine(doings, numbers, numbers, Arbitraries.integers().between(0, DECISIONS.size() - 1), grades).as(Step::new)
        .list().ofMinSize(30).ofMaxSize(80);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void afterAnySequence(@ForAll("steps") List<Step> steps) {
    var community = new Community();
    community.published(community.open);
    int done = 0;
    for (var step : steps) {
      done += does(community, step) ? 1 : 0;
      community.clock.forward(Duration.ofMinutes(1));
      recount(community);
    }
    erased(community, community.bo);
    recount(community);
    Statistics.label("steps that were not refused").collect(done < 10 ? "few" : "many")
        .coverage(coverage -> coverage.check("many").percentage(share -> share > 80));
  }

  private static void erased(Community community, String memberId) {
    community.erasure.ask(community.caller(memberId), "remove");
    community.clock.forward(Duration.ofDays(8));
    var sweep = community.erasing(failure -> { throw failure; });
    sweep.round();
    sweep.round();
    assertThat(community.forum.members.find(memberId)).isEmpty();
  }

  private static boolean does(Community community, Step step) {
    var posts = new ArrayList<>(community.forum.all(Post.class));
    posts.sort(Comparator.comparing(Post::id));
    var post = posts.get(step.which() % posts.size());
    var members = List.of(community.ada, community.bo, community.newcomer);
    var member = members.get(step.member() % members.size());
    community.screening.says(step.grade());
    try {
      switch (step.doing()) {
        case START -> community.asks(member, community.open, "Words " + step.which());
        case REPLY -> community.replies(member, post.threadId(), "Words " + step.which());
        case EDIT -> community.edits(post, "Words " + step.which());
        case DELETE -> community.deletes(post);
        case CHECK -> community.checked(community.now(post));
        case GIVE_UP -> community.screen.giveUp(post.threadId(), post.id());
        case REPORT -> community.reports(member, post);
        case FLAGGED_AT_NIGHT -> flaggedAtNight(community, post);
        case DECIDE -> decides(community, post, DECISIONS.get(step.decision()), step.member());
        case RESTORE_MEMBER -> community.decide.about(community.caller(community.lena), member, Community.draft("restore"));
        case APPEAL -> appeals(community, post);
      }
      return true;
    } catch (Refused refused) {
      return false;
    }
  }

  private static void decides(Community community, Post post, String action, int who) {
    var draft = switch (action) {
      case "redact" -> Community.redact("[redacted " + who + "]");
      case "suspend" -> community.until(action, Duration.ofHours(1));
      default -> Community.draft(action);
    };
    community.decides(who % 2 == 0 ? community.mo : community.mia, post.id(), draft);
    community.clock.forward(Duration.ofMinutes(11));
  }

  // Three at once while nobody is there take a post out of sight; by day nobody goes by the rota.
  private static void flaggedAtNight(Community community, Post post) {
    var lead = community.caller(community.lena);
    var now = community.clock.instant();
    community.atWork.note(community.caller(community.mo));
    community.plan.set(lead, true, 60);
    community.plan.add(lead, new ShiftDraft(community.mo, now, now.plus(Duration.ofHours(1)), null));
    community.clock.forward(Duration.ofHours(2));
    boolean shown = community.now(post).shown() && !community.now(post).ruled();
    try {
      for (int i = 0; i < FLAGS; i++) {
        community.reports(community.known("Flo" + i + post.id()), post);
      }
      assertThat(shown && community.now(post).shown()).as("shown after three reports at night").isFalse();
      Statistics.label("posts that three reports found visible at night").collect(shown ? "yes" : "no");
    } finally {
      community.plan.set(lead, false, 60);
    }
  }

  private static void appeals(Community community, Post post) {
    var notice = post.notice() == null ? community.profile(post.authorId()).notice() : post.notice();
    if (notice != null) {
      community.appeal.by(community.caller(post.authorId()), notice.decisionId(), "Please look again");
    }
  }

  private static void recount(Community community) {
    var posts = community.forum.all(Post.class);
    for (var thread : community.forum.all(ForumThread.class)) {
      var ofThread = posts.stream().filter(post -> post.threadId().equals(thread.id())).toList();
      assertThat(thread.replyCount()).isEqualTo((int) ofThread.stream().filter(post -> !post.opening() && post.shown()).count());
      var opening = ofThread.stream().filter(Post::opening).findFirst().orElseThrow();
      assertThat(thread.listed()).isEqualTo(opening.shown() || thread.listed() && opening.status() == PostStatus.DELETED);
    }
    for (var member : List.of(community.ada, community.bo, community.newcomer).stream().filter(id -> community.forum.members.find(id).isPresent()).toList()) {
      int shown = (int) posts.stream().filter(post -> member.equals(post.authorId()) && post.shown()).count();
      int brought = member.equals(community.newcomer) ? 0 : Community.KNOWN;
      assertThat(community.profile(member).publishedCount()).isEqualTo(brought + shown);
    }
    whatWaitsForAPersonHasAnOpenCase(community, posts);
    community.forum.all(Case.class).forEach(one -> appealsAreOpenWithTheirCases(community, one));
    long entries = community.forum.all(AuditEntry.class).size();
    assertThat(community.forum.log.head().map(head -> head.sequence()).orElse(0L)).isEqualTo(entries);
  }

  private static void whatWaitsForAPersonHasAnOpenCase(Community community, List<Post> posts) {
    posts.stream().filter(post -> post.status() == PostStatus.HELD || post.status() == PostStatus.ESCALATED).forEach(post -> {
      assertThat(community.forum.cases.find(post.id())).hasValueSatisfying(one -> assertThat(one.open()).isTrue());
      assertThat(post.expectedBy()).isNotNull();
    });
  }

  // An appeal that nobody will ever answer would be worse than none.
  private static void appealsAreOpenWithTheirCases(Community community, Case one) {
    var post = community.forum.posts.find(one.subject().threadId() == null ? "" : one.subject().threadId(), one.id());
    var notices = new ArrayList<Notice>();
    post.map(Post::notice).ifPresent(notices::add);
    var author = Optional.ofNullable(one.subject().memberId()).flatMap(community.forum.members::find);
    if (author.isEmpty()) {
      return;
    }
    var profile = author.get();
    var mine = community.forum.all(Decision.class).stream()
        .filter(made -> profile.notice() != null && made.id().equals(profile.notice().decisionId()) && made.caseId().equals(one.id())).toList();
    if (!mine.isEmpty()) {
      notices.add(profile.notice());
    }
    boolean waiting = notices.stream().anyMatch(notice ->
        notice.appeal() != null && notice.appeal().state() == Notice.Appeal.State.OPEN);
    if (waiting) {
      assertThat(one.open() && one.appeal() != null).as("an appeal that waits is in an open case").isTrue();
    }
  }
}
