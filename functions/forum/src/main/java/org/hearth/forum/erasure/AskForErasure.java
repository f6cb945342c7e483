package org.hearth.forum.erasure;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Decision;

/** Asks to be erased, says beforehand what can't be, and takes the wish back while there is time. */
public final class AskForErasure {
  private static final int DECISIONS = 1_000;

  /**
   * Something that stays for a while.
   *
   * @param what in plain words
   * @param until when it goes; null while a moderator still works on it
   */
  public record Kept(String what, String why, Instant until) {}

  /** @param asked empty while the member has not asked */
  public record Outlook(Optional<Erasure> asked, List<Kept> kept) {}

  private final Erasures erasures;
  private final Members members;
  private final Cases cases;
  private final Changes changes;
  private final InstantSource clock;

  public AskForErasure(Erasures erasures, Members members, Cases cases, Changes changes, InstantSource clock) {
    this.erasures = erasures;
    this.members = members;
    this.cases = cases;
    this.changes = changes;
    this.clock = clock;
  }

  public Outlook outlook(Caller caller) {
    var profile = own(caller);
    var asked = erasures.find(profile.id()).filter(wish -> wish.concerns(profile));
    var when = asked.map(Erasure::dueAt).orElseGet(() -> clock.instant().plus(Erasure.COOLING_OFF));
    return new Outlook(asked, kept(profile, when));
  }

  /**
   * @param posts one of {@link Erasure.Choice}'s ids
   * @throws Refused when the choice is none, or the caller works here
   */
  public Outlook ask(Caller caller, String posts) {
    var choice = Erasure.Choice.of(posts)
        .orElseThrow(() -> Refused.invalid("posts", "Choose remove, so that your posts go, or keep-unnamed, so that they stay without your name."));
    return Attempts.of(() -> {
      var profile = own(caller);
      if (caller.signedIn().role() != Role.MEMBER) {
        throw new Refused(new Refusal.Locked("You work here. Ask whoever runs this community to take back your role first, then sign in as a member."));
      }
      var known = erasures.find(profile.id());
      var wish = known.filter(earlier -> earlier.concerns(profile)).map(earlier -> earlier.choosing(choice))
          .orElseGet(() -> Erasure.asked(profile.id(), choice, clock.instant()));
      var change = new Change();
      known.filter(earlier -> !earlier.concerns(profile)).ifPresentOrElse(
          old -> change.save(new Erasure(profile.id(), choice, wish.askedAt(), wish.dueAt(), old.revision() + 1)), () -> change.save(wish));
      changes.commit(change.unchanged(profile));
      return new Outlook(Optional.of(wish), kept(profile, wish.dueAt()));
    });
  }

  /** Taking back what was never asked is no error. */
  public void cancel(Caller caller) {
    var member = caller.signedIn();
    Attempts.of(() -> {
      erasures.find(member.id()).ifPresent(wish -> changes.commit(new Change().remove(wish)));
      return null;
    });
  }

  private Profile own(Caller caller) {
    return members.find(caller.signedIn().id()).orElseThrow(Refused::notFound);
  }

  private List<Kept> kept(Profile profile, Instant erasedAt) {
    var kept = new ArrayList<Kept>();
    cases.concerning(profile.id(), DECISIONS).stream().map(Decision::caseId).distinct()
        .map(cases::find).flatMap(Optional::stream)
        .map(found -> caseOf(found, erasedAt)).filter(one -> one.until() == null || one.until().isAfter(erasedAt))
        .forEach(kept::add);
    kept.add(new Kept("Words of yours in a case that moderators have open when you are erased, if there is one",
        "Somebody’s safety may depend on it. Your name is taken off at once; the words go a year after the case is closed.", null));
    if (!profile.standing().at(clock.instant()).equals(Standing.GOOD)) {
      kept.add(new Kept("That you may not take part, without your name",
          "So that leaving and coming back is no way round a moderator’s decision.", profile.standing().until()));
    }
    kept.add(new Kept("The log of who decided what",
        "It holds numbers in place of names, and no words. It can’t be changed, so that everybody can trust it.", null));
    kept.add(new Kept("Backup copies", "They are read only after an accident, and run out by themselves.", erasedAt.plus(Erasure.BACKUPS)));
    return List.copyOf(kept);
  }

  private static Kept caseOf(Case found, Instant erasedAt) {
    var what = found.kind() == Case.Kind.POST ? "The words of one of your posts, in a moderators’ case" : "A moderators’ case about you";
    return found.open()
        ? new Kept(what, "Moderators are still working on it. The words go a year after it is closed.", null)
        : new Kept(what, "Somebody may still ask about the decision. Your name is taken off at once.", latest(found.closedAt().plus(Erasure.CASE_KEPT), erasedAt));
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
