package org.hearth.forum.moderation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Page;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.reporting.Report;

/** Shows moderators the queue, a case with all that is needed to decide it, and what is known of a member. */
public final class ReadCases {
  private static final int PAGE = 25;
  private static final int CONTEXT = 3;
  private static final int HISTORY = 20;
  private static final Pattern OPEN_POSITION = Pattern.compile("\\d#\\d{13}#[0-9A-Z]{26}");
  private static final Pattern CLOSED_POSITION = Pattern.compile("\\d{13}#[0-9A-Z]{26}");

  /** @param recentPosts empty where only the outline was asked for */
  public record MemberHistory(Profile profile, List<Decision> decisions, List<MemberNote> notes, List<Post> recentPosts) {}

  /** @param post as it is now; empty when the case is about no post */
  public record OpenedCase(
      Case theCase, Optional<Post> post, List<Report> reports, List<Decision> decisions, Optional<MemberHistory> author, List<Post> context) {}

  private final Cases cases;
  private final Posts posts;
  private final Groups groups;
  private final Members members;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public ReadCases(Cases cases, Posts posts, Groups groups, Members members, Changes changes, Auditing audit, InstantSource clock) {
    this.cases = cases;
    this.posts = posts;
    this.groups = groups;
    this.members = members;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  public Page<Case> queue(Caller caller, Case.State state, Optional<String> position) {
    return queue(caller, state, CaseFilter.NONE, position);
  }

  public Page<Case> queue(Caller caller, Case.State state, CaseFilter filter, Optional<String> position) {
    caller.moderator();
    var known = state == Case.State.OPEN ? OPEN_POSITION : CLOSED_POSITION;
    position.filter(given -> !known.matcher(given).matches()).ifPresent(forged -> {
      throw Refused.invalid("cursor", "This page marker is not one of ours. Start again from the first page.");
    });
    return cases.in(state, filter, position, PAGE);
  }

  public OpenedCase open(Caller caller, String caseId) {
    var moderator = caller.moderator();
    var file = Attempts.of(() -> seen(moderator, cases.file(caseId).orElseThrow(Refused::notFound)));
    var subject = file.theCase().subject();
    var place = posts.place(subject.threadId(), subject.postId(), subject.memberId());
    logReading(moderator, place, subject.postId());
    var context = place.post().map(found -> posts.before(found.threadId(), found.id(), CONTEXT)).orElse(List.of());
    return new OpenedCase(file.theCase(), place.post(), file.reports(), file.decisions(),
        place.member().map(profile -> history(moderator, profile)), context);
  }

  private Cases.CaseFile seen(Caller.Member moderator, Cases.CaseFile file) {
    var found = file.theCase();
    if (passedOn(moderator, file) || !found.open() || found.clocks().seenAt() != null) {
      return file;
    }
    var seen = found.changed(draft -> draft.clocks = draft.clocks.seen(clock.instant()));
    changes.commit(new Change().save(seen));
    return new Cases.CaseFile(seen, file.reports(), file.decisions());
  }

  // Who has passed a case to the lead sees what became of it, and the lead's clock goes on.
  private boolean passedOn(Caller.Member moderator, Cases.CaseFile file) {
    if (moderator.role() == Role.LEAD || !file.theCase().withLead(clock.instant())) {
      return false;
    }
    if (!file.decisions().getLast().moderatorId().equals(moderator.id())) {
      throw Fairness.withTheLead();
    }
    return true;
  }

  /** Without what they wrote anonymously, or in closed groups to which the moderator does not belong. */
  public MemberHistory member(Caller caller, String memberId) {
    var moderator = caller.moderator();
    var profile = members.find(memberId).orElseThrow(Refused::notFound);
    var named = posts.by(memberId, Optional.empty(), HISTORY).items().stream().filter(post -> !post.anonymous())
        .filter(post -> closedTo(moderator, post.groupId()).isEmpty()).toList();
    return new MemberHistory(profile, underTheirName(cases.concerning(memberId, HISTORY)), notes(moderator, memberId), named);
  }

  /** How many cases are open, as the sweep counted them within the last minute; empty before it did. */
  public Optional<QueueCounts> counts(Caller caller) {
    caller.moderator();
    return cases.counts();
  }

  /** What a reply in a crisis may begin with. */
  public ReplyTemplates templates(Caller caller) {
    caller.moderator();
    return cases.templates();
  }

  public Instant now() {
    return clock.instant();
  }

  // A decision on an anonymous post would say whose it was.
  private List<Decision> underTheirName(List<Decision> decisions) {
    var anonymous = cases.all(decisions.stream().map(Decision::caseId).distinct().toList()).stream()
        .filter(found -> found.subject().anonymous()).map(Case::id).toList();
    return decisions.stream().filter(decision -> !anonymous.contains(decision.caseId())).toList();
  }

  private MemberHistory history(Caller.Member moderator, Profile profile) {
    return new MemberHistory(profile, cases.concerning(profile.id(), HISTORY), notes(moderator, profile.id()), List.of());
  }

  // Nobody reads here what the others wrote down about them.
  private List<MemberNote> notes(Caller.Member moderator, String memberId) {
    return memberId.equals(moderator.id()) ? List.of() : cases.notes(memberId);
  }

  // Those who were invited to a closed group can see that their trust is looked after.
  private void logReading(Caller.Member moderator, Posts.Place place, String postId) {
    // Its thread may have been moved since.
    place.thread().map(ForumThread::groupId)
        .flatMap(group -> closedTo(moderator, group))
        .ifPresent(group -> audit.alone(changes, clock.instant(), moderator.id(), Audited.READ_RESTRICTED, postId));
  }

  private Optional<Group> closedTo(Caller.Member moderator, String groupId) {
    return groups.find(groupId).filter(group -> group.visibility().closed() && !group.belongs(moderator));
  }
}
