package org.hearth.forum.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.conversation.Companion.State;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.BetweenTwo;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Posts;

/**
 * Begins and ends conversations between two members. One asks, without a word of their own, and the other agrees or not; whoever asked
 * learns of a yes and of nothing else. What they then write are posts like any others, in a space that only the two can read.
 */
public final class Converse {
  public static final Duration BETWEEN_ASKS = Duration.ofDays(30);
  public static final int MOST_ASKS = 2;
  public static final int ASKS_A_DAY = 3;
  public static final int MOST_OPEN = 20;
  /** How long both can still read, report and take back what was said in one that was closed. */
  public static final Duration READABLE = Duration.ofDays(30);
  private static final Duration DAY = Duration.ofDays(1);
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM", Locale.UK).withZone(ZoneOffset.UTC);

  /** @param other empty once they were erased */
  public record Told(Companion side, Optional<Profile> other) {}

  /**
   * @param on whether this community has such conversations
   * @param taking whether the caller has turned them on for themselves
   * @param newcomer whether the caller can't ask anybody yet
   */
  public record Overview(boolean on, boolean taking, boolean newcomer, List<Told> items, Profile profile) {}

  private final Conversations conversations;
  private final Members members;
  private final Posts posts;
  private final Groups groups;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  public Converse(Conversations conversations, Members members, Posts posts, Groups groups, Changes changes, Ids ids, InstantSource clock) {
    this.conversations = conversations;
    this.members = members;
    this.posts = posts;
    this.groups = groups;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /** The caller's conversations, those that somebody wishes for, and those that were closed of late. */
  public Overview of(Caller caller) {
    var me = members.find(caller.reader().id()).orElseThrow(Refused::notFound);
    var now = clock.instant();
    var chosen = chosen(me.id());
    var items = conversations.of(me.id()).stream()
        .filter(side -> shown(side, chosen, now))
        .sorted(Comparator.comparing(Companion::state, Comparator.comparing(Converse::place)).thenComparing(Companion::since, Comparator.reverseOrder()))
        .map(side -> new Told(side, members.find(side.otherId())))
        .toList();
    return new Overview(conversations.settings().on(), chosen.conversations(), newcomer(me), items, me);
  }

  private static int place(State state) {
    return switch (state) {
      case ASKS -> 0;
      case OPEN -> 1;
      case ASKED -> 2;
      case LEFT, CLOSED, DECLINED -> 3;
    };
  }

  private static boolean shown(Companion side, Preferences chosen, Instant now) {
    return switch (side.state()) {
      case OPEN -> true;
      case ASKS -> !chosen.mutes(side.otherId());
      case ASKED -> now.isBefore(side.since().plus(BETWEEN_ASKS));
      case LEFT, CLOSED -> now.isBefore(side.since().plus(READABLE));
      case DECLINED -> false;
    };
  }

  /** Whether somebody can be asked at all. Whether they would like to is theirs to say. */
  public boolean takes(String memberId) {
    return conversations.settings().on() && chosen(memberId).conversations();
  }

  /**
   * Asks somebody for a conversation; where they asked already, it opens.
   *
   * @throws Refused with the rule that stands in the way; whether the other has muted or declined the caller never is one
   */
  public Companion ask(Caller caller, String otherId) {
    var member = caller.writer();
    return Attempts.of(() -> {
      var now = clock.instant();
      var me = active(member, now);
      var other = members.find(otherId).filter(found -> !found.id().equals(me.id())).orElseThrow(Refused::notFound);
      requireOn();
      var mine = side(me.id(), otherId);
      if (mine.is(State.OPEN)) {
        return mine;
      }
      if (mine.is(State.ASKS)) {
        return open(me, other, mine, now);
      }
      mayAsk(me, mine, now);
      var theirs = chosen(otherId);
      if (!theirs.conversations()) {
        throw locked(other.name() + " has no private conversations.");
      }
      var asked = mine.asking(now);
      var change = new Change().save(asked).unchanged(me).unchanged(other);
      if (!theirs.mutes(me.id())) {
        change.save(side(otherId, me.id()).became(State.ASKS, now));
      }
      changes.commit(change);
      return asked;
    });
  }

  private void mayAsk(Profile me, Companion mine, Instant now) {
    if (!chosen(me.id()).conversations()) {
      throw locked("Turn private conversations on for yourself first, on your account page.");
    }
    if (newcomer(me)) {
      throw locked("You can ask for a conversation once a few of your posts are out, and others know you a little.");
    }
    if (mine.is(State.CLOSED)) {
      throw locked("This conversation was closed. You can’t ask again.");
    }
    if (mine.is(State.ASKED)) {
      var again = mine.since().plus(BETWEEN_ASKS);
      if (mine.asked() >= MOST_ASKS) {
        throw locked("You have asked twice. Please leave it there; they can ask you.");
      }
      if (now.isBefore(again)) {
        throw locked("You have asked already. Not now, then. You can ask once more after " + DATE.format(again) + ".");
      }
    }
    var all = conversations.of(me.id());
    all.stream().filter(side -> side.is(State.ASKED) && now.isBefore(side.since().plus(DAY))).map(Companion::since).sorted(Comparator.reverseOrder())
        .skip(ASKS_A_DAY - 1L).findFirst().ifPresent(third -> { throw new Refused(new Refusal.TooMany(Duration.between(now, third.plus(DAY)))); });
    requireRoom(all);
  }

  /** Agrees to what somebody asked. */
  public Companion agree(Caller caller, String otherId) {
    var member = caller.writer();
    return Attempts.of(() -> {
      var now = clock.instant();
      requireOn();
      var mine = conversations.find(member.id(), otherId).filter(side -> side.is(State.ASKS) || side.is(State.OPEN)).orElseThrow(Refused::notFound);
      return mine.is(State.OPEN) ? mine : open(active(member, now), members.find(otherId).orElseThrow(Refused::notFound), mine, now);
    });
  }

  private Companion open(Profile me, Profile other, Companion mine, Instant now) {
    var theirs = conversations.find(other.id(), me.id()).filter(side -> side.is(State.ASKED)).orElseThrow(Refused::notFound);
    requireRoom(conversations.of(me.id()));
    requireRoom(conversations.of(other.id()));
    var thread = BetweenTwo.thread(ids.at(now));
    var opened = mine.talking(thread.id(), thread.groupId(), now);
    var change = new Change().add(thread).save(opened).save(theirs.talking(thread.id(), thread.groupId(), now));
    for (var one : List.of(me, other)) {
      change.save(one.letInto(thread.groupId(), null)).save(ThreadMarks.none(one.id(), thread.id()).following(true));
    }
    changes.commit(change);
    return opened;
  }

  /** Says “not now”, and tells nobody. */
  public Companion decline(Caller caller, String otherId) {
    var member = caller.reader();
    return Attempts.of(() -> {
      var mine = conversations.find(member.id(), otherId).filter(side -> side.is(State.ASKS)).orElseThrow(Refused::notFound);
      var declined = mine.became(State.DECLINED, clock.instant());
      changes.commit(new Change().save(declined));
      return declined;
    });
  }

  /** Closes a conversation for both: nobody writes in it any more, and the other can't ask again. Twice is once. */
  public Companion close(Caller caller, String otherId) {
    var member = caller.reader();
    return Attempts.of(() -> {
      var mine = conversations.find(member.id(), otherId).filter(side -> side.threadId() != null).orElseThrow(Refused::notFound);
      if (!mine.is(State.OPEN)) {
        return mine;
      }
      var now = clock.instant();
      var left = mine.became(State.LEFT, now);
      var change = new Change().save(left);
      conversations.find(otherId, member.id()).ifPresent(theirs -> change.save(theirs.became(State.CLOSED, now)));
      for (var id : List.of(member.id(), otherId)) {
        members.find(id).ifPresent(one -> change.save(one.letInto(mine.groupId(), now.plus(READABLE))));
      }
      posts.thread(mine.threadId()).filter(thread -> !thread.locked()).ifPresent(thread -> change.save(closed(thread, now)));
      changes.commit(change);
      return left;
    });
  }

  static ForumThread closed(ForumThread thread, Instant now) {
    return thread.locked(new ForumThread.Note("lock", "", now));
  }

  private void requireOn() {
    if (!conversations.settings().on()) {
      throw locked("This community has no private conversations.");
    }
  }

  private static void requireRoom(List<Companion> all) {
    if (all.stream().filter(side -> side.is(State.OPEN)).count() >= MOST_OPEN) {
      throw locked("There is no room for another conversation just now. One of you would have to close one first.");
    }
  }

  private boolean newcomer(Profile profile) {
    return profile.newcomer(groups.all().stream().mapToInt(Group::newcomerPosts).max().orElse(0));
  }

  private Preferences chosen(String memberId) {
    return members.preferences(memberId).orElseGet(() -> Preferences.none(memberId));
  }

  private Companion side(String memberId, String otherId) {
    return conversations.find(memberId, otherId).orElseGet(() -> Companion.none(memberId, otherId));
  }

  // The session may be a minute behind a suspension.
  private Profile active(Caller.Member member, Instant now) {
    var profile = members.find(member.id()).orElseThrow(() -> new Refused(new Refusal.NeedsName()));
    var standing = profile.standing().at(now);
    if (!standing.mayWrite()) {
      throw new Refused(new Refusal.StandingForbids(standing));
    }
    return profile;
  }

  private static Refused locked(String why) {
    return new Refused(new Refusal.Locked(why));
  }
}
