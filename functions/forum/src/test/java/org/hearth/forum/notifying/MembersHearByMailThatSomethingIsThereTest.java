package org.hearth.forum.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.Change;
import org.hearth.forum.Community;
import org.hearth.forum.Samples;
import org.hearth.forum.marks.KeepPlace;
import org.hearth.forum.members.Prefer;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.posting.Draft;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.junit.jupiter.api.Test;

/** Rule: who asked for mail hears once that something is there, and who did not ask, rests or would rather not meet it hears nothing (row 25). */
class MembersHearByMailThatSomethingIsThereTest {
  private final Community community = new Community();
  private final Prefer prefer = new Prefer(community.forum.members, community.forum, community.clock);
  private final KeepPlace place = new KeepPlace(community.forum.marks, community.forum.posts, community.forum.groups, community.forum);
  private final List<String> sent = new ArrayList<>();
  private final List<RuntimeException> failures = new ArrayList<>();
  private boolean broken;

  private final Mail mail = new Mail() {
    @Override
    public void send(String subject, Letter letter, String stop) {
      if (broken) {
        throw new IllegalStateException("no connection");
      }
      sent.add(letter + " to " + subject + " with " + stop);
    }

    @Override
    public boolean on() {
      return true;
    }
  };

  private final StopLinks links = new StopLinks() {
    @Override
    public String linkFor(String memberId) {
      return "link-" + memberId;
    }

    @Override
    public Optional<String> memberOf(String token) {
      return Optional.of(token);
    }
  };

  private final MailMembers mails = new MailMembers(community.forum.members, community.forum.marks, community.forum.posts, community.forum.posts,
      community.forum.groups, community.forum, mail, links, community.clock, failures::add);

  private final Post opening = community.published(community.open);

  @Test
  void nobodyHearsAnythingUnlessTheyAsked() {
    place.follow(community.caller(community.bo), opening.threadId(), true);
    reply(community.newcomer, "Hello from the bus");
    assertThat(sent).isEmpty();
  }

  @Test
  void whoseThreadItIsAndWhoFollowsItHearsOnce() {
    asksFor(community.ada, true, false, false);
    asksFor(community.bo, true, false, false);
    place.follow(community.caller(community.bo), opening.threadId(), true);
    reply(community.invited, "Hello from the bus");
    reply(community.invited, "And from the train");
    assertThat(sent).containsExactlyInAnyOrder(
        "REPLY to subject-of-" + community.ada + " with link-" + community.ada, "REPLY to subject-of-" + community.bo + " with link-" + community.bo);
  }

  @Test
  void theyHearAgainOnceTheyHaveBeenThere() {
    asksFor(community.ada, true, false, false);
    reply(community.invited, "Hello from the bus");
    place.of(community.caller(community.ada), opening.threadId());
    reply(community.invited, "And from the train");
    assertThat(sent).hasSize(2);
  }

  @Test
  void whoIsAnsweredHears() {
    asksFor(community.bo, true, false, false);
    var mine = reply(community.bo, "Tea with milk");
    var answer = community.checked(community.reply.by(community.caller(community.invited), opening.threadId(),
        new Draft(null, "With oat milk", List.of(), mine.id(), false), null));
    mails.ofReply(null, answer);
    assertThat(sent).hasSize(1);
  }

  @Test
  void nobodyHearsOfTheirOwnReply() {
    asksFor(community.ada, true, false, false);
    reply(community.ada, "The kettle boils");
    assertThat(sent).isEmpty();
  }

  @Test
  void anEditIsNothingNew() {
    asksFor(community.ada, true, false, false);
    var reply = reply(community.invited, "Hello from the bus");
    place.of(community.caller(community.ada), opening.threadId());
    mails.ofReply(reply, community.now(reply));
    assertThat(sent).hasSize(1);
  }

  @Test
  void whatOthersCanNotSeeIsNotTold() {
    asksFor(community.ada, true, false, false);
    mails.ofReply(null, community.replies(community.invited, opening.threadId(), "Not checked yet"));
    assertThat(sent).isEmpty();
  }

  @Test
  void whoRestsHearsNothing() {
    asksFor(community.ada, true, true, true);
    prefer.change(community.caller(community.ada), new Prefer.Wish(14, null, null, null, none()));
    reply(community.invited, "Hello from the bus");
    mails.ofDecision(decision(community.ada));
    community.clock.forward(Duration.ofDays(8));
    mails.digests();
    assertThat(sent).isEmpty();
  }

  @Test
  void whatSomebodyWouldRatherNotMeetIsNotTold() {
    asksFor(community.ada, true, false, true);
    avoids(Map.of(community.invited, "Ivy"), Map.of());
    reply(community.invited, "Hello from the bus");
    assertThat(sent).isEmpty();
    avoids(Map.of(), Map.of(opening.threadId(), "Tea"));
    reply(community.bo, "Hello from the train");
    community.clock.forward(Duration.ofDays(7));
    assertThat(sent).isEmpty();
    mails.digests();
    assertThat(sent).isEmpty();
  }

  @Test
  void mutingDoesNotGiveAwayWhoWroteWithoutTheirName() {
    asksFor(community.ada, true, false, false);
    avoids(Map.of(community.invited, "Ivy"), Map.of());
    var reply = community.checked(community.reply.by(community.caller(community.invited), opening.threadId(),
        new Draft(null, "Nobody needs to know", List.of(), null, true), null));
    mails.ofReply(null, reply);
    assertThat(sent).hasSize(1);
  }

  @Test
  void whoMayNotReadItAnyMoreHearsNothing() {
    asksFor(community.ada, true, false, false);
    community.standing(community.ada, Standing.State.SUSPENDED);
    reply(community.invited, "Hello from the bus");
    assertThat(sent).isEmpty();
  }

  @Test
  void whoWasTakenOutOfAGroupHearsNothingOfIt() {
    var behind = community.published(community.closed);
    asksFor(community.invited, true, false, false);
    community.forum.commit(new Change().save(community.profile(community.invited).without(community.closed.id())));
    var answer = community.checked(community.reply.by(community.caller(community.mo), community.published(community.open).threadId(), Draft.reply("Hello"), null));
    mails.ofReply(null, new Post(answer.id(), behind.threadId(), behind.groupId(), answer.authorId(), answer.authorName(), answer.authorRole(), null, "Hello", 1,
        PostStatus.PUBLISHED, null, null, false, null, null, 1));
    assertThat(sent).isEmpty();
  }

  @Test
  void aDecisionIsToldToWhomItConcerns() {
    asksFor(community.ada, false, true, false);
    mails.ofDecision(decision(community.ada));
    mails.ofDecision(decision(community.bo));
    assertThat(sent).containsExactly("DECISION to subject-of-" + community.ada + " with link-" + community.ada);
  }

  @Test
  void aDigestComesOnceAWeekIfThereIsAnythingNew() {
    asksFor(community.bo, false, false, true);
    mails.digests();
    assertThat(sent).isEmpty();
    community.clock.forward(Duration.ofDays(6));
    reply(community.invited, "Hello from the bus");
    community.clock.forward(Duration.ofDays(1));
    mails.digests();
    mails.digests();
    assertThat(sent).hasSize(1);
    community.clock.forward(Duration.ofDays(8));
    mails.digests();
    assertThat(sent).as("a week in which nothing was new").hasSize(1);
  }

  @Test
  void aMailThatCanNotBeSentKeepsNothingElseWaiting() {
    asksFor(community.ada, true, false, false);
    broken = true;
    reply(community.invited, "Hello from the bus");
    assertThat(failures).hasSize(1);
  }

  @Test
  void oneClickEndsAll() {
    asksFor(community.ada, true, true, true);
    prefer.stopMail(community.ada);
    prefer.stopMail("m-nobody");
    reply(community.invited, "Hello from the bus");
    mails.ofDecision(decision(community.ada));
    assertThat(sent).isEmpty();
    assertThat(community.forum.members.preferences(community.ada).orElseThrow().mail().subject()).isNull();
  }

  @Test
  void noLetterSaysWhatItIsAbout() {
    for (var letter : Letter.values()) {
      var text = (Letter.SUBJECT + letter.text("https://forum.example.org", "https://forum.example.org/stop")).toLowerCase(Locale.ROOT);
      assertThat(text).doesNotContain("hearth").doesNotContain("peer").doesNotContain("support").doesNotContain("moderator").doesNotContain("group");
    }
  }

  private Post reply(String from, String text) {
    var written = community.replies(from, opening.threadId(), text);
    var known = community.profile(from);
    if (known.newcomer(community.open.newcomerPosts())) {
      community.forum.commit(new Change().save(known.counting(community.open.newcomerPosts())));
    }
    var checked = community.checked(written);
    mails.ofReply(written, checked);
    return checked;
  }

  private static Decision decision(String concerns) {
    return new Decision("d", "c", Action.HIDE, "be-kind", "For a test.", "m", "Mo", concerns, Samples.NOON, null, 1);
  }

  private void avoids(Map<String, String> muted, Map<String, String> hidden) {
    var known = community.forum.members.preferences(community.ada).orElseThrow();
    community.forum.commit(new Change().save(new Preferences(
        known.memberId(), null, new Preferences.Filters(Map.of(), muted, hidden), known.mail(), known.revision() + 1)));
  }

  private void asksFor(String memberId, boolean replies, boolean decisions, boolean digest) {
    prefer.change(community.caller(memberId),
        new Prefer.Wish(null, null, null, null, new Prefer.MailWish(Optional.of("subject-of-" + memberId), replies, decisions, digest)));
  }

  private static Prefer.MailWish none() {
    return new Prefer.MailWish(Optional.empty(), null, null, null);
  }
}
