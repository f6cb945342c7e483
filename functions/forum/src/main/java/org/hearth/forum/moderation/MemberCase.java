package org.hearth.forum.moderation;

import java.time.Instant;
import org.hearth.forum.members.Profile;

/** The case about a person rather than a post. */
public final class MemberCase {
  private MemberCase() {}

  public static Case of(Profile member, Instant now) {
    var subject = new Case.Subject(null, null, null, null, member.id(), member.name(), null, "About the member " + member.name());
    return Case.opened(member.id(), Case.Kind.MEMBER, Risk.AMBER, subject, now);
  }
}
