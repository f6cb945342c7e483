package org.hearth.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.members.Window;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReason;

/** Records to put into a store, each with an id of its own and revision 1. */
public final class Samples {
  public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private Samples() {}

  public static Instant minutes(long afterNoon) {
    return NOON.plus(Duration.ofMinutes(afterNoon));
  }

  public static Group group(String name, Visibility visibility, int position) {
    return new Group("g-" + TestIds.any(), name, "About " + name, visibility, 2, List.of("warm"), position, Checks.STANDARD, 1);
  }

  public static Profile profile(String name) {
    return new Profile("m-" + TestIds.any(), name, Role.MEMBER, Standing.GOOD, Set.of(), NOON, 10, Window.EMPTY, Window.EMPTY, null, 1);
  }

  public static ForumThread thread(String groupId, boolean listed, Instant lastActivity) {
    return new ForumThread(TestIds.any(), groupId, "Evenings", "m-ada", "Ada", listed, 0, lastActivity, false, false, 1);
  }

  public static Post post(String threadId, String authorId, PostStatus status, Instant at) {
    return new Post(new TestIds().at(at), threadId, "g", authorId, "Ada", Role.MEMBER, null, "The kettle is on", 1, status, null, null, false,
        null, null, 1);
  }

  public static Case openCase(Risk risk, Instant openedAt) {
    var id = TestIds.any();
    var subject = new Case.Subject(id, "t", "g", "Evenings", "m-ada", "Ada", null, "The kettle is on");
    return Case.opened(id, Case.Kind.POST, risk, subject, openedAt)
        .changed(draft -> draft.snapshot(new Case.Snapshot(1, null, "The kettle is on", openedAt)).because("One of a newcomer's first posts"));
  }

  public static Decision decision(String caseId, String concerns, Instant at) {
    return new Decision(new TestIds().at(at), caseId, Action.HIDE, "be-kind", "Please be kind", "m-mo", "Mo", concerns, at, null, 1);
  }

  public static Report report(String caseId, String reporterId, Instant at) {
    return new Report(caseId, "HR-" + TestIds.any().substring(18), ReportReason.SPAM, "An advert", reporterId, null, at, true, false, 1);
  }
}
