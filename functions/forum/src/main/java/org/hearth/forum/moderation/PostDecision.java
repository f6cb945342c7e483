package org.hearth.forum.moderation;

import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;

/** What a decision does to the post that it is about. */
record PostDecision(Case theCase, Decision decision, Optional<Profile> author, Instant now) {

  Post on(Post post, DecisionDraft draft) {
    if (draft.version() != null && draft.version() != post.version()) {
      throw changed();
    }
    return switch (decision.action()) {
      case APPROVE -> approved(post);
      case REDACT -> checked(post).shownAs(PostStatus.REDACTED, draft.text(), notice(post));
      case HIDE -> present(post).takenAway(PostStatus.HIDDEN, notice(post));
      case REMOVE -> present(post).takenAway(PostStatus.REMOVED, notice(post));
      case RESTORE -> restored(post);
      // While the person is being spoken to, words of theirs that nobody has approved stay out of sight.
      case WARN, MUTE, SUSPEND, BAN -> post.status().waits() ? post.takenAway(PostStatus.HIDDEN, notice(post)) : leftAsItIs(post);
      case ESCALATE -> post.status().waits() ? post.held(PostStatus.ESCALATED, now.plus(Risk.RED.target())) : post;
      case CLOSE -> closed(post);
    };
  }

  private Post approved(Post post) {
    requireAuthorInGoodStanding();
    return checked(post).status() == PostStatus.REDACTED ? post.told(notice(post)) : post.shownAs(PostStatus.PUBLISHED, post.text(), notice(post));
  }

  private Post restored(Post post) {
    requireAuthorInGoodStanding();
    return switch (present(post).status()) {
      case HIDDEN, REMOVED -> post.shownAs(PostStatus.PUBLISHED, post.text(), notice(post));
      case REDACTED -> post.shownAs(PostStatus.PUBLISHED, original(post), notice(post));
      case PENDING, HELD, ESCALATED, PUBLISHED, DELETED ->
          throw Refused.invalid("action", "Only what was hidden, removed or redacted can be restored.");
    };
  }

  // What a moderator left of a post is not what its author wrote: after a second redaction both are undone.
  private String original(Post post) {
    return theCase.snapshots().stream()
        .filter(taken -> taken.version() < post.version() && !taken.redacted())
        .max(Comparator.comparing(Case.Snapshot::version))
        .map(Case.Snapshot::text)
        .orElse(post.text());
  }

  private Post closed(Post post) {
    if (post.status().waits()) {
      throw Refused.invalid("action", "This post still waits. Approve, redact, hide or remove it.");
    }
    return leftAsItIs(post);
  }

  private Post leftAsItIs(Post post) {
    var told = Decide.left(decision, theCase, post.notice(), !decision.action().sanctions());
    return Objects.equals(told, post.notice()) ? post : post.told(told);
  }

  private Notice notice(Post post) {
    return Decide.notice(decision, theCase, post.notice(), Strictness.of(post, decision.action()));
  }

  private static Post present(Post post) {
    if (post.status() == PostStatus.DELETED) {
      throw new Refused(new Refusal.Locked("The author has deleted this post. Close the case, escalate it, or decide about the member."));
    }
    return post;
  }

  // Nobody should have to rule on words that they have not seen.
  private static Post checked(Post post) {
    if (present(post).status() == PostStatus.PENDING) {
      throw changed();
    }
    return post;
  }

  private void requireAuthorInGoodStanding() {
    var state = author.map(person -> person.standing().at(now).mayRead()).orElse(true);
    if (!state) {
      throw new Refused(new Refusal.Locked("The author is suspended or banned, so this post can't be shown. Lift that first, or hide the post."));
    }
  }

  private static Refused changed() {
    return new Refused(new Refusal.Changed("The author has just changed this post. Load the case again and read the new text first."));
  }
}
