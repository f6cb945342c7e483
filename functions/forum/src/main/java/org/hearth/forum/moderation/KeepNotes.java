package org.hearth.forum.moderation;

import java.time.InstantSource;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Role;
import org.hearth.forum.posting.Wording;

/** Writes down what moderators should know about a member, and takes it out again. That it was done stays in the audit log. */
public final class KeepNotes {
  /** So that a page shows them all. */
  private static final int MOST = 100;

  private final Cases cases;
  private final Members members;
  private final Changes changes;
  private final Auditing audit;
  private final Ids ids;
  private final InstantSource clock;

  public KeepNotes(Cases cases, Members members, Changes changes, Auditing audit, Ids ids, InstantSource clock) {
    this.cases = cases;
    this.members = members;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** @throws Refused without words, about nobody, about oneself, or when there are a hundred already */
  public MemberNote add(Caller caller, String memberId, String text) {
    var moderator = caller.moderator();
    new Wording().require("text", text, Wording.LONGEST_NOTE).check();
    return Attempts.of(() -> {
      var now = clock.instant();
      members.find(memberId).orElseThrow(Refused::notFound);
      if (memberId.equals(moderator.id())) {
        throw new Refused(new Refusal.Locked("This would be a note about you. Others keep those."));
      }
      if (cases.notes(memberId).size() >= MOST) {
        throw new Refused(new Refusal.Locked("There are " + MOST + " notes about this member. Take out some that nobody needs any more."));
      }
      var note = new MemberNote(ids.at(now), memberId, text.strip(), moderator.id(), moderator.name(), now);
      changes.commit(audit.to(new Change().add(note), now, moderator.id(), Audited.NOTED, memberId, null));
      return note;
    });
  }

  /** @throws Refused when it is neither the caller's own note nor the caller the lead */
  public void remove(Caller caller, String memberId, String noteId) {
    var moderator = caller.moderator();
    Attempts.of(() -> {
      var note = cases.notes(memberId).stream().filter(kept -> kept.id().equals(noteId) && !memberId.equals(moderator.id())).findFirst()
          .orElseThrow(Refused::notFound);
      if (!note.moderatorId().equals(moderator.id()) && moderator.role() != Role.LEAD) {
        throw new Refused(new Refusal.WrongRole());
      }
      changes.commit(audit.to(new Change().remove(note), clock.instant(), moderator.id(), Audited.NOTE_REMOVED, memberId, null));
      return null;
    });
  }
}
