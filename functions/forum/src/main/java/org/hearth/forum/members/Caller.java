package org.hearth.forum.members;

import java.util.Set;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;

/** Who asks. */
public sealed interface Caller {

  /** Nobody is signed in; {@code expired} when a session was there and has ended. */
  record Visitor(boolean expired) implements Caller {}

  /** Signed in for the first time: there is no pseudonym yet. */
  record Unnamed(String id, Role role) implements Caller {}

  /** @param groups the restricted groups that the member belongs to */
  record Member(String id, String name, Role role, Standing standing, Set<String> groups) implements Caller {}

  Caller VISITOR = new Visitor(false);

  /** The member behind this caller, whatever their standing. */
  default Member signedIn() {
    return switch (this) {
      case Visitor visitor -> throw new Refused(new Refusal.NotSignedIn(visitor.expired()));
      case Unnamed unnamed -> throw new Refused(new Refusal.NeedsName());
      case Member member -> member;
    };
  }

  /** The member, who is not kept out. */
  default Member reader() {
    var member = signedIn();
    if (!member.standing().mayRead()) {
      throw new Refused(new Refusal.StandingForbids(member.standing()));
    }
    return member;
  }

  /** The member, who may write. */
  default Member writer() {
    var member = signedIn();
    if (!member.standing().mayWrite()) {
      throw new Refused(new Refusal.StandingForbids(member.standing()));
    }
    return member;
  }

  /** A moderator or lead. */
  default Member moderator() {
    var member = writer();
    if (!member.role().moderates()) {
      throw new Refused(new Refusal.WrongRole());
    }
    return member;
  }

  /** A moderator, lead or admin. */
  default Member staff() {
    var member = writer();
    if (member.role() == Role.MEMBER) {
      throw new Refused(new Refusal.WrongRole());
    }
    return member;
  }

  /** A lead or admin, who plan who is on duty. */
  default Member leadOrAdmin() {
    return auditor();
  }

  /** The safeguarding lead, and nobody else. */
  default Member lead() {
    var member = writer();
    if (member.role() != Role.LEAD) {
      throw new Refused(new Refusal.WrongRole());
    }
    return member;
  }

  /** A lead or admin. */
  default Member auditor() {
    var member = writer();
    if (!member.role().readsAudit()) {
      throw new Refused(new Refusal.WrongRole());
    }
    return member;
  }
}
