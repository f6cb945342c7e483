package org.hearth.forum.moderation;

import java.time.InstantSource;
import java.util.Optional;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.posting.Wording;

/** Tells a moderator who wrote an anonymous post, when they say why they must know. It is written down before it is told. */
public final class Unmask {
  private final Cases cases;
  private final Members members;
  private final Changes changes;
  private final Auditing audit;
  private final InstantSource clock;

  public Unmask(Cases cases, Members members, Changes changes, Auditing audit, InstantSource clock) {
    this.cases = cases;
    this.members = members;
    this.changes = changes;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param reason in the moderator's words; it stays in the case
   * @throws Refused without a reason, when the case is not about an anonymous post, or its author was erased
   */
  public Profile by(Caller caller, String caseId, String reason) {
    var moderator = caller.moderator();
    new Wording().require("reason", reason, Wording.LONGEST_NOTE).check();
    return Attempts.of(() -> {
      var now = clock.instant();
      var found = cases.find(caseId).filter(one -> one.subject().anonymous()).orElseThrow(Refused::notFound);
      var author = Optional.ofNullable(found.subject().memberId()).flatMap(members::find).orElseThrow(Refused::notFound);
      var told = found.changed(draft -> draft.event(now, "Asked who the author is: " + reason.strip(), moderator.name()));
      changes.commit(audit.to(new Change().save(told), now, moderator.id(), Audited.UNMASKED, caseId, null));
      return author;
    });
  }
}
