package org.hearth.forum.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.notFound;

import java.util.Optional;
import org.hearth.forum.Community;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Role;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhoMayReadWhichGroupTest {
  private final Community community = new Community();

  @ParameterizedTest
  @CsvSource({
    "visitor,        Evenings",
    "expired,        Evenings",
    "unnamed,        Evenings",
    "unnamed staff,  Evenings",
    "member,         Evenings;Carers",
    "newcomer,       Evenings;Carers",
    "invited member, Evenings;Carers;New parents",
    "moderator,      Evenings;Carers;New parents",
    "lead,           Evenings;Carers;New parents",
    "admin,          Evenings;Carers",
  })
  void eachSeesTheirGroupsAndTheOthersAreNotThere(String who, String groups) {
    var caller = caller(who);
    assertThat(community.read.groups(caller)).extracting(Group::name).containsExactly(groups.split(";"));
    for (var group : community.forum.groups.all()) {
      var post = community.published(group);
      if (groups.contains(group.name())) {
        reads(caller, group, post);
      } else {
        findsNothing(caller, group, post);
      }
    }
  }

  private void reads(Caller caller, Group group, Post post) {
    assertThat(community.read.in(caller, group.id(), Optional.empty()).threads().items()).hasSize(1);
    assertThat(community.read.thread(caller, post.threadId(), Optional.empty()).posts().items()).containsExactly(post);
    assertThat(community.read.post(caller, post.threadId(), post.id())).isEqualTo(post);
  }

  // 404 and not 403: nobody learns from the answer that there is something.
  private void findsNothing(Caller caller, Group group, Post post) {
    notFound(() -> community.read.in(caller, group.id(), Optional.empty()));
    notFound(() -> community.read.thread(caller, post.threadId(), Optional.empty()));
    notFound(() -> community.read.post(caller, post.threadId(), post.id()));
  }

  @ParameterizedTest
  @CsvSource({"member", "moderator", "lead", "admin"})
  void whatIsNotThereIsNotFoundByAnybody(String who) {
    var post = community.published(community.open);
    notFound(() -> community.read.in(caller(who), "g-none", Optional.empty()));
    notFound(() -> community.read.thread(caller(who), "01ARZ3NDEKTSV4RRFFQ69G5FAV", Optional.empty()));
    notFound(() -> community.read.post(caller(who), post.threadId(), "01ARZ3NDEKTSV4RRFFQ69G5FAV"));
    notFound(() -> community.read.post(caller(who), "01ARZ3NDEKTSV4RRFFQ69G5FAV", post.id()));
  }

  @ParameterizedTest
  @CsvSource({"member", "newcomer", "admin"})
  void nobodyWritesWhereTheyWereNotInvited(String who) {
    var post = community.published(community.closed);
    notFound(() -> community.start.by(caller(who), community.closed.id(), "Hello", "May I?", null));
    notFound(() -> community.reply.by(caller(who), post.threadId(), "May I?", null));
  }

  private Caller caller(String who) {
    return switch (who) {
      case "visitor" -> new Caller.Visitor(false);
      case "expired" -> new Caller.Visitor(true);
      case "unnamed" -> new Caller.Unnamed("m-new", Role.MEMBER);
      case "unnamed staff" -> new Caller.Unnamed("m-new", Role.MODERATOR);
      case "member" -> community.caller(community.bo);
      case "newcomer" -> community.caller(community.newcomer);
      case "invited member" -> community.caller(community.invited);
      case "moderator" -> community.caller(community.mo);
      case "lead" -> community.caller(community.lena);
      case "admin" -> community.caller(community.abe);
      default -> throw new IllegalArgumentException(who);
    };
  }
}
