package org.hearth.forum.moderation;

import java.time.Duration;
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
import org.hearth.forum.Ulid;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.listing.Threads;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Wording;
import org.hearth.forum.screening.Preview;
import org.hearth.forum.screening.Screening;
import org.hearth.forum.screening.Submission;
import org.hearth.forum.screening.Tuning;

/** Leads and admins choose how careful the checks of a group are, and see on its newest posts what that would change. */
public final class TuneChecks {
  /** Posts this old and older say little of how people write now. */
  public static final Duration LOOKED_BACK = Duration.ofDays(30);
  private static final int MOST_POSTS = 500;
  private static final int MOST_THREADS = 100;
  private static final int LONGEST_REASON = 500;

  private final Groups groups;
  private final Threads threads;
  private final Changes changes;
  private final Auditing audit;
  private final Screening screening;
  private final InstantSource clock;

  public TuneChecks(Groups groups, Threads threads, Changes changes, Auditing audit, Screening screening, InstantSource clock) {
    this.groups = groups;
    this.threads = threads;
    this.changes = changes;
    this.audit = audit;
    this.screening = screening;
    this.clock = clock;
  }

  /** A post that would be graded otherwise. */
  public record Difference(Post post, Preview.Difference verdicts) {}

  /**
   * @param differences those of the posts that would be graded otherwise
   * @param more true when there were more posts than could be looked at
   */
  public record Foreseen(Preview.Outcome outcome, List<Difference> differences, boolean more) {}

  public List<Group> groups(Caller caller) {
    caller.leadOrAdmin();
    return groups.all();
  }

  /**
   * Runs the group's present checks and the proposed ones over its posts of the last {@link #LOOKED_BACK}, as if an experienced
   * member had written each. Posts that the caller may not read are left out of the counts too: whoever tries one word after another
   * would learn from them what is written there. That somebody read them is written in the audit log; nothing else is.
   */
  public Foreseen preview(Caller caller, String groupId, ChecksDraft draft) {
    var reader = caller.leadOrAdmin();
    var proposed = draft.tuning();
    var group = find(groupId);
    var now = clock.instant();
    audit.alone(changes, now, reader.id(), Audited.CHECKS_PREVIEWED, groupId);
    var newest = newest(groupId, now.minus(LOOKED_BACK));
    var readable = newest.posts().stream().filter(post -> group.mayBeReadBy(reader) && (reader.role().moderates() || post.shown())).toList();
    var looked = readable.subList(0, Math.min(readable.size(), MOST_POSTS));
    var outcome = new Preview(screening).of(looked.stream().map(post -> submission(post, group.checks().tuning())).toList(), proposed);
    var differences = outcome.differences().stream().map(one -> new Difference(looked.get(one.index()), one)).toList();
    return new Foreseen(outcome, differences, newest.more());
  }

  private static Submission submission(Post post, Tuning checks) {
    return new Submission(post.screenedText(), new Submission.Author(false, List.of()), checks);
  }

  /** @param more whether there are others as new, which were not read */
  private record Newest(List<Post> posts, boolean more) {}

  // A query for each thread, so there is an end to them.
  private Newest newest(String groupId, Instant since) {
    var posts = new ArrayList<Post>();
    var page = threads.in(groupId, Optional.empty(), MOST_THREADS);
    for (var thread : page.items()) {
      if (thread.lastActivityAt().isBefore(since)) {
        return new Newest(posts, posts.size() > MOST_POSTS);
      }
      if (posts.size() > MOST_POSTS) {
        return new Newest(posts, true);
      }
      threads.after(thread.id(), Ulid.earliest(since), MOST_POSTS).stream().filter(post -> !post.text().isEmpty()).forEach(posts::add);
    }
    return new Newest(posts, posts.size() > MOST_POSTS || page.next().isPresent());
  }

  /**
   * Gives the group other checks. Posts that are written from a minute on are checked by them; what was decided stays decided.
   *
   * @param reason kept with the group until the next change, for whoever looks at its checks later
   * @param revision of the group as the caller read it
   * @throws Refused when somebody else changed the group since
   */
  public Group change(Caller caller, String groupId, ChecksDraft draft, String reason, long revision) {
    var changer = caller.leadOrAdmin();
    new Wording().require("reason", reason, LONGEST_REASON).check();
    var proposed = draft.tuning();
    return Attempts.of(() -> {
      var group = find(groupId);
      if (group.revision() != revision) {
        throw new Refused(new Refusal.Changed("Somebody changed this group since you opened it. Open it again and look before you save."));
      }
      var changed = group.checkedBy(new Checks(proposed, reason.strip()));
      changes.commit(audit.to(new Change().save(changed), clock.instant(), changer.id(), Audited.CHECKS_CHANGED, groupId, null));
      return changed;
    });
  }

  private Group find(String groupId) {
    return groups.all().stream().filter(group -> group.id().equals(groupId)).findFirst().orElseThrow(Refused::notFound);
  }
}
