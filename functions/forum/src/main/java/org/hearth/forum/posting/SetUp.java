package org.hearth.forum.posting;

import java.util.ArrayList;
import java.util.List;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Members;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.ReplyTemplate;
import org.hearth.forum.moderation.ReplyTemplates;

/** Lays out the groups, who belongs to the restricted ones, and what replies in a crisis begin with. Running it again changes what is different and nothing else. */
public final class SetUp {

  public record Membership(String groupId, String memberId) {}

  private final Groups groups;
  private final Members members;
  private final Cases cases;
  private final Changes changes;

  public SetUp(Groups groups, Members members, Cases cases, Changes changes) {
    this.groups = groups;
    this.members = members;
    this.cases = cases;
    this.changes = changes;
  }

  /** @param wanted as they should be; their revisions do not count, and a group that is there keeps its place and its checks */
  public void groups(List<Group> wanted) {
    for (var group : wanted) {
      if (BetweenTwo.is(group.id()) || group.visibility() == Visibility.PRIVATE) {
        throw Refused.invalid("id", "No group is set up for two, and no other group's id begins like one of those.");
      }
      Attempts.of(() -> {
        var known = groups.find(group.id());
        long revision = known.map(Group::revision).orElse(0L);
        var next = new Group(group.id(), group.name(), group.description(), group.visibility(), group.newcomerPosts(), group.labels(),
            known.map(Group::position).orElse(group.position()), known.map(Group::checks).orElse(Checks.STANDARD), revision + 1);
        changes.commit(new Change().save(next));
        return null;
      });
    }
  }

  /**
   * Replaces what replies in a crisis begin with. None keeps what is there.
   *
   * @throws Refused when a text is longer than a reply may be
   */
  public void templates(List<ReplyTemplate> wanted) {
    var wording = new Wording();
    wanted.forEach(template -> wording.require("text", template.text(), Wording.LONGEST_NOTE));
    wording.check();
    if (!wanted.isEmpty()) {
      Attempts.of(() -> {
        changes.commit(new Change().save(new ReplyTemplates(wanted, cases.templates().revision() + 1)));
        return null;
      });
    }
  }

  /** @throws Refused when a group or a member is not there; those before it in the list have been added */
  public void memberships(List<Membership> wanted) {
    for (var membership : new ArrayList<>(wanted)) {
      Attempts.of(() -> {
        groups.all().stream().filter(group -> group.id().equals(membership.groupId())).findFirst().orElseThrow(() -> Refused.invalid("groupId", "There is no group " + membership.groupId() + "."));
        var member = members.find(membership.memberId())
            .orElseThrow(() -> Refused.invalid("memberId", "There is no member " + membership.memberId() + "."));
        if (!member.groups().contains(membership.groupId()) || member.accessEnds().containsKey(membership.groupId())) {
          changes.commit(new Change().save(member.letInto(membership.groupId(), null)));
        }
        return null;
      });
    }
  }
}
