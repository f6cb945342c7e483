package org.hearth.forum.members;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;
import org.hearth.forum.Ulid;
import org.hearth.forum.members.Preferences.Filters;
import org.hearth.forum.members.Preferences.Mail;
import org.hearth.forum.posting.Wording;

/** Keeps what a member chose for themselves. */
public final class Prefer {
  public static final int LONGEST_BREAK_DAYS = 365;
  /** Of each kind. All of them come with each page's session, so they must stay few. */
  public static final int MOST_FILTERS = 200;
  private static final int LONGEST_LABEL = 60;
  private static final Set<String> WAYS = Set.of(Filters.COLLAPSE, Filters.HIDE);

  /**
   * What is to be changed; null where it stays as it is.
   *
   * @param breakDays how long to rest from now on; 0 ends the break
   */
  public record Wish(Integer breakDays, Map<String, String> labels, Map<String, String> muted, Map<String, String> hidden, MailWish mail, Boolean conversations) {

    /** Without a word about conversations. */
    public Wish(Integer breakDays, Map<String, String> labels, Map<String, String> muted, Map<String, String> hidden, MailWish mail) {
      this(breakDays, labels, muted, hidden, mail, null);
    }
  }

  /**
   * @param subject what the members' issuer calls the caller; empty where no mail can reach them
   * @param replies null, as each of these, where it stays as it is
   */
  public record MailWish(Optional<String> subject, Boolean replies, Boolean decisions, Boolean digest) {
    boolean some() {
      return Stream.of(replies, decisions, digest).anyMatch(Boolean.TRUE::equals);
    }
  }

  private final Members members;
  private final Changes changes;
  private final InstantSource clock;

  public Prefer(Members members, Changes changes, InstantSource clock) {
    this.members = members;
    this.changes = changes;
    this.clock = clock;
  }

  public Preferences of(Caller caller) {
    var member = caller.signedIn();
    return members.preferences(member.id()).orElseGet(() -> Preferences.none(member.id()));
  }

  /** @throws Refused when something can't be chosen; then nothing is changed */
  public Preferences change(Caller caller, Wish wish) {
    var member = caller.signedIn();
    check(member, wish);
    return Attempts.of(() -> {
      var known = of(caller);
      var changed = changed(known, wish);
      if (changed != known) {
        changes.commit(new Change().save(changed).unchanged(members.find(member.id()).orElseThrow(Refused::notFound)));
      }
      return changed;
    });
  }

  private Preferences changed(Preferences known, Wish wish) {
    var filters = new Filters(
        wish.labels() == null ? known.filters().labels() : Map.copyOf(wish.labels()),
        wish.muted() == null ? known.filters().muted() : withoutNames(wish.muted()),
        wish.hidden() == null ? known.filters().hidden() : withoutNames(wish.hidden()));
    var until = wish.breakDays() == null ? known.breakUntil() : end(wish.breakDays());
    var mail = mail(known.mail(), wish.mail());
    boolean conversations = Objects.requireNonNullElse(wish.conversations(), known.conversations());
    boolean same = conversations == known.conversations() && filters.equals(known.filters()) && Objects.equals(until, known.breakUntil()) && mail.equals(known.mail());
    return same ? known : new Preferences(known.memberId(), until, filters, mail, conversations, known.revision() + 1);
  }

  // Whoever is erased must not live on in what somebody else would rather not meet.
  private static Map<String, String> withoutNames(Map<String, String> named) {
    return named.keySet().stream().collect(Collectors.toUnmodifiableMap(Function.identity(), id -> ""));
  }

  private Mail mail(Mail known, MailWish wish) {
    boolean replies = Objects.requireNonNullElse(wish.replies(), known.replies());
    boolean decisions = Objects.requireNonNullElse(wish.decisions(), known.decisions());
    boolean digest = Objects.requireNonNullElse(wish.digest(), known.digest());
    if (!replies && !decisions && !digest) {
      return Mail.NONE;
    }
    var digestAt = !digest ? null : known.digest() ? known.digestAt() : clock.instant().plus(Mail.DIGEST_EVERY);
    return new Mail(wish.subject().orElse(known.subject()), replies, decisions, digestAt);
  }

  /** Stops all mail, as somebody asked who can't be asked to sign in first. */
  public void stopMail(String memberId) {
    Attempts.of(() -> {
      members.preferences(memberId).filter(chosen -> !chosen.mail().equals(Mail.NONE))
          .ifPresent(chosen -> changes.commit(new Change().save(chosen.mailing(Mail.NONE))));
      return null;
    });
  }

  private Instant end(int days) {
    return days == 0 ? null : clock.instant().plus(Duration.ofDays(days));
  }

  private static void check(Caller.Member member, Wish wish) {
    var wording = new Wording()
        .because(wish.breakDays() != null && wish.breakDays() > LONGEST_BREAK_DAYS, "breakDays",
            "Take a break of 1 to " + LONGEST_BREAK_DAYS + " days. You can take another after it. 0 ends it.");
    wording.because(wish.mail().some() && wish.mail().subject().isEmpty(), "mail",
        member.role() == Role.MEMBER ? "No mail can be sent from here." : "Mail reaches members only. You signed in as staff.");
    few(wording, "labels", wish.labels());
    few(wording, "muted", wish.muted());
    few(wording, "hidden", wish.hidden());
    if (wish.labels() != null) {
      wish.labels().keySet().forEach(label -> wording.require("labels", label, LONGEST_LABEL));
      wording.because(!WAYS.containsAll(wish.labels().values()), "labels", "Choose collapse or hide for each label.");
    }
    known(wording, "muted", wish.muted());
    known(wording, "hidden", wish.hidden());
    wording.because(wish.muted() != null && wish.muted().containsKey(member.id()), "muted", "This is you. You can’t mute yourself.").check();
  }

  private static void few(Wording wording, String field, Map<String, String> given) {
    wording.because(given != null && given.size() > MOST_FILTERS, field, "Keep " + MOST_FILTERS + " at the most. Show some again first.");
  }

  private static void known(Wording wording, String field, Map<String, String> named) {
    if (named != null) {
      wording.because(!named.keySet().stream().allMatch(Ulid::is), field, "Send names by their ids.");
      named.values().forEach(name -> wording.allow(field, name, Wording.LONGEST_TITLE));
    }
  }
}
