package org.hearth.forum.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.posting.Wording;

/** Tells members when their access to a group ends, takes their wish to stay for longer, and lets leads and admins answer it. */
public final class ExtendAccess {
  /** How long somebody whose access has ended can still ask for more, and is shown the answer. */
  public static final Duration AFTERWARDS = Duration.ofDays(30);
  /** So that a no is one: whoever was refused asks again after this. */
  public static final Duration BETWEEN_REQUESTS = Duration.ofDays(7);
  private static final int MOST_LISTED = 100;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", Locale.UK).withZone(ZoneOffset.UTC);

  /**
   * A member's access to a group that ends or has ended, or of which they asked.
   *
   * @param until null when it does not end any more
   * @param mayAsk whether they can ask for more time now
   */
  public record TimedAccess(Group group, Instant until, boolean ended, Optional<ExtensionRequest> request, boolean mayAsk) {}

  /** A request with whose it is, for whoever answers it. */
  public record Waiting(ExtensionRequest request, Profile member, Group group) {}

  /** @param until null to let the member stay for good */
  public record AnswerDraft(String answer, Instant until, String reason, Integer revision) {}

  private final ExtensionRequests requests;
  private final Groups groups;
  private final Members members;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public ExtendAccess(ExtensionRequests requests, Groups groups, Members members, Changes changes, Auditing audit, InstantSource clock) {
    this.requests = requests;
    this.groups = groups;
    this.members = members;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /** The caller's own, whatever their standing; what ends first stands first. */
  public List<TimedAccess> of(Caller caller) {
    var now = clock.instant();
    var profile = members.find(caller.signedIn().id()).orElseThrow(Refused::notFound);
    var asked = requests.of(profile.id());
    var ids = new TreeSet<>(profile.accessEnds().keySet());
    asked.forEach(request -> ids.add(request.groupId()));
    return ids.stream()
        .flatMap(id -> restricted(id).map(group -> access(profile, group, asked, now)).stream())
        .filter(access -> stillTold(access, now))
        .sorted(Comparator.comparing(TimedAccess::until, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private static TimedAccess access(Profile profile, Group group, List<ExtensionRequest> asked, Instant now) {
    var until = profile.accessEnds().get(group.id());
    var request = asked.stream().filter(one -> one.groupId().equals(group.id())).findFirst();
    boolean mayAsk = until != null && mayStillAsk(until, now) && request.filter(one -> whyNotAgain(one, now).isPresent()).isEmpty();
    return new TimedAccess(group, until, !profile.belongs(group.id(), now), request, mayAsk);
  }

  private static boolean stillTold(TimedAccess access, Instant now) {
    boolean ends = access.until() != null && mayStillAsk(access.until(), now);
    return ends || access.request().filter(one -> one.waits() || now.isBefore(one.answer().at().plus(AFTERWARDS))).isPresent();
  }

  private static boolean mayStillAsk(Instant until, Instant now) {
    return now.isBefore(until.plus(AFTERWARDS));
  }

  /** @throws Refused when there is nothing to be made longer, or the caller has asked already */
  public ExtensionRequest ask(Caller caller, String groupId, String note) {
    var member = caller.reader();
    new Wording().require("note", note, Wording.LONGEST_NOTE).check();
    return Attempts.of(() -> {
      var now = clock.instant();
      var profile = members.find(member.id()).orElseThrow(Refused::notFound);
      Optional.ofNullable(profile.accessEnds().get(groupId)).filter(until -> mayStillAsk(until, now)).flatMap(until -> restricted(groupId))
          .orElseThrow(Refused::notFound);
      var known = requests.find(member.id(), groupId);
      known.flatMap(request -> whyNotAgain(request, now)).ifPresent(why -> { throw new Refused(new Refusal.Locked(why)); });
      var request = known.map(before -> before.askedAgain(note, now)).orElseGet(() -> new ExtensionRequest(member.id(), groupId, note, now, null, 1));
      changes.commit(audit.to(new Change().save(request).unchanged(profile), now, member.id(), Audited.EXTENSION_ASKED, member.id(), groupId));
      return request;
    });
  }

  private static Optional<String> whyNotAgain(ExtensionRequest request, Instant now) {
    if (request.waits()) {
      return Optional.of("You have asked already. Your account page shows the answer when there is one.");
    }
    var again = request.answer().at().plus(BETWEEN_REQUESTS);
    return !request.answer().granted() && now.isBefore(again)
        ? Optional.of("You had an answer a short while ago. You can ask again after " + DAY.format(again) + ".")
        : Optional.empty();
  }

  /** What waits for an answer, for leads and admins. */
  public List<Waiting> waiting(Caller caller) {
    caller.leadOrAdmin();
    return requests.waiting(MOST_LISTED).stream().flatMap(request -> members.find(request.memberId()).stream()
        .flatMap(member -> restricted(request.groupId()).map(group -> new Waiting(request, member, group)).stream())).toList();
  }

  /** @throws Refused when it is the caller's own, has been answered or withdrawn, or with every field that can't be as it is */
  public ExtensionRequest answer(Caller caller, String memberId, String groupId, AnswerDraft draft) {
    var by = caller.leadOrAdmin();
    boolean grants = "grant".equals(draft.answer());
    new Wording()
        .because(!grants && !"refuse".equals(draft.answer()), "answer", "Choose grant or refuse.")
        .because(draft.revision() == null, "revision", "Say which request you read: send its revision.")
        .because(draft.until() != null && !Invite.within(draft.until(), clock.instant()), "until", "Choose a day to come, within five years.")
        .require("reason", draft.reason(), Wording.LONGEST_NOTE)
        .check();
    if (memberId.equals(by.id())) {
      throw new Refused(new Refusal.WrongRole());
    }
    return Attempts.of(() -> {
      var now = clock.instant();
      var request = requests.find(memberId, groupId).orElseThrow(Refused::notFound);
      if (!request.waits() || request.revision() != draft.revision()) {
        throw new Refused(new Refusal.Changed("Somebody else has answered this meanwhile, or it was asked anew. Load the page again."));
      }
      var member = members.find(memberId).orElseThrow(Refused::notFound);
      var answered = request.answered(new ExtensionRequest.Answer(grants, grants ? draft.until() : null, draft.reason(), by.id(), now));
      var change = new Change().save(answered);
      if (grants) {
        requireLonger(member.accessEnds().get(groupId), draft.until());
        change.save(member.letInto(groupId, draft.until()));
      } else {
        change.unchanged(member);
      }
      changes.commit(audit.to(change, now, by.id(), grants ? Audited.EXTENSION_GRANTED : Audited.EXTENSION_REFUSED, memberId, groupId));
      return answered;
    });
  }

  private static void requireLonger(Instant present, Instant granted) {
    if (present != null && granted != null && !granted.isAfter(present)) {
      throw Refused.invalid("until", "Choose a day after the one on which the access ends now.");
    }
  }

  private Optional<Group> restricted(String groupId) {
    return groups.find(groupId).filter(group -> group.visibility() == Visibility.RESTRICTED);
  }
}
