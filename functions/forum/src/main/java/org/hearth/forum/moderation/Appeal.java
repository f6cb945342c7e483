package org.hearth.forum.moderation;

import java.time.InstantSource;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.Wording;

/** Asks that another moderator looks at a decision again. One appeal for each decision, and the newest only. */
public final class Appeal {
  private static final int LOOK_BACK = 200;

  private final Cases cases;
  private final Posts posts;
  private final Members members;
  private final Changes changes;
  private final Ids ids;
  private final InstantSource clock;

  public Appeal(Cases cases, Posts posts, Members members, Changes changes, Ids ids, InstantSource clock) {
    this.cases = cases;
    this.posts = posts;
    this.members = members;
    this.changes = changes;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * @param note why, in the member's words; may be empty
   * @throws Refused when it does not concern the caller, can't be appealed, or was already
   */
  public Case.OpenAppeal by(Caller caller, String decisionId, String note) {
    // Suspended and banned members too: they above all.
    var member = caller.signedIn();
    new Wording().allow("note", note, Wording.LONGEST_NOTE).check();
    return Attempts.of(() -> appeal(member, decisionId, note == null ? "" : note));
  }

  private Case.OpenAppeal appeal(Caller.Member member, String decisionId, String note) {
    var now = clock.instant();
    var decision = cases.concerning(member.id(), LOOK_BACK).stream()
        .filter(made -> made.id().equals(decisionId)).findFirst().orElseThrow(Refused::notFound);
    if (!decision.action().appealable()) {
      throw Refused.invalid("decisionId", "This decision took nothing from you, so there is nothing to appeal.");
    }
    var found = cases.find(decision.caseId()).orElseThrow(Refused::notFound);
    if (found.appeal() != null && !found.appeal().decisionId().equals(decisionId)) {
      throw new Refused(new Refusal.Locked("Somebody is still looking at your other appeal about this. Wait for its answer first."));
    }
    var appeal = new Case.OpenAppeal(ids.at(now), decisionId, decision.moderatorId(), note, now);
    var change = new Change();
    boolean marked = markPost(change, found, decisionId, appeal) | markProfile(change, member, decisionId, appeal);
    if (!marked) {
      throw new Refused(new Refusal.Locked("A newer decision has taken the place of this one. You can appeal against the newer one."));
    }
    change.save(found.changed(draft -> {
      draft.open(Risk.AMBER, now).because("The member appeals").event(now, "Appealed", null);
      draft.appeal = appeal;
    }));
    changes.commit(change);
    return appeal;
  }

  private boolean markPost(Change change, Case found, String decisionId, Case.OpenAppeal appeal) {
    var post = Optional.ofNullable(found.subject().postId()).flatMap(id -> posts.find(found.subject().threadId(), id));
    var told = post.map(Post::notice).filter(notice -> notice.decisionId().equals(decisionId));
    told.ifPresent(notice -> change.save(post.get().told(opened(notice, appeal))));
    return told.isPresent();
  }

  private boolean markProfile(Change change, Caller.Member member, String decisionId, Case.OpenAppeal appeal) {
    var profile = members.find(member.id());
    var told = profile.map(Profile::notice).filter(notice -> notice.decisionId().equals(decisionId));
    told.ifPresent(notice -> change.save(profile.get().told(opened(notice, appeal))));
    return told.isPresent();
  }

  private static Notice opened(Notice notice, Case.OpenAppeal appeal) {
    if (!notice.mayBeAppealed()) {
      throw new Refused(new Refusal.Locked("You have already appealed against this decision. Each decision can be appealed once."));
    }
    return notice.appealed(Notice.Appeal.State.OPEN, appeal.at());
  }
}
