package org.hearth.forum.posting;

import java.time.Instant;
import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Profile;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.CaseDraft;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.Risk;

/** Takes back a post: its words are gone, but for the snapshot in a case, if there is one. */
public final class DeletePost {
  private final Posts posts;
  private final Groups groups;
  private final Cases cases;
  private final Changes changes;
  private final InstantSource clock;
  private final Histories histories;

  public DeletePost(Posts posts, Groups groups, Cases cases, Changes changes, InstantSource clock) {
    this.posts = posts;
    this.groups = groups;
    this.cases = cases;
    this.changes = changes;
    this.clock = clock;
    this.histories = new Histories(posts, changes);
  }

  /** @throws Refused when it is not the caller's, or not there for them */
  public void by(Caller caller, String threadId, String postId) {
    var member = caller.reader();
    Attempts.of(() -> {
      delete(member, threadId, postId);
      return null;
    });
  }

  private void delete(Caller.Member member, String threadId, String postId) {
    var now = clock.instant();
    var place = posts.place(threadId, postId, member.id());
    var author = inStanding(place, now);
    var thread = place.thread().orElseThrow(Refused::notFound);
    // Whoever's conversation was moved to where they don't belong can still take their words back.
    if (place.post().filter(own -> own.writtenBy(member)).isEmpty()) {
      PostingRules.readableThread(thread, groups, member);
    }
    var post = OwnPost.of(place.post(), member);
    // First: should this stop half-way, no words are left of a post that seems gone.
    if (post.version() > 1) {
      histories.take(post.id());
    }
    var deleted = post.deleted(now);
    var change = new Change().save(deleted);
    if (post.shown()) {
      change.save(thread.following(post, deleted, now)).save(author.counting(-1));
    } else {
      change.unchanged(author);
    }
    cases.find(postId).filter(Case::open).ifPresent(open -> change.save(open.changed(draft -> tell(draft, open, now))));
    changes.commit(change);
  }

  // The session may be a minute behind a suspension, and whoever was suspended for their words should not be quicker than whoever reads them.
  private static Profile inStanding(Posts.Place place, Instant now) {
    var profile = place.member().orElseThrow(() -> new Refused(new Refusal.NeedsName()));
    var standing = profile.standing().at(now);
    if (!standing.mayRead()) {
      throw new Refused(new Refusal.StandingForbids(standing));
    }
    return profile;
  }

  // A newcomer's held post needs nobody any more. All else does: taking words back does not take away the danger.
  private static void tell(CaseDraft draft, Case open, Instant now) {
    draft.event(now, "The author deleted the post", null);
    if (open.risk() == Risk.GREEN && open.reportCount() == 0 && open.appeal() == null) {
      draft.close(now);
    }
  }
}
