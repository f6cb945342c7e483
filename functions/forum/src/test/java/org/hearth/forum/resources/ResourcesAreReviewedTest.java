package org.hearth.forum.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;
import static org.hearth.forum.Refusals.notFound;
import static org.hearth.forum.Refusals.refused;

import java.time.Duration;
import java.time.Instant;
import org.hearth.forum.Community;
import org.hearth.forum.Refusal;
import org.hearth.forum.TestIds;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule: what the library holds is looked at again by a day, and is marked when nobody did; leads and admins keep it (row 33). */
class ResourcesAreReviewedTest {
  private final Community community = new Community();
  private final KeepResources library =
      new KeepResources(community.forum.resources, community.forum, new Auditing(community.forum.log), new TestIds(), community.clock);
  private final Caller lena = community.caller(community.lena);

  @Test
  void itIsMarkedFromItsDayOn() {
    var added = library.add(lena, draft("Walks for the weekend", "https://example.org/walks?near=me", in(30)));
    assertThat(added.overdue(added.reviewBy().minusMillis(1))).isFalse();
    assertThat(added.overdue(added.reviewBy())).isTrue();
    community.clock.forward(Duration.ofDays(31));
    var reviewed = library.change(lena, added.id(), draft(added.title(), added.url(), in(90)), added.revision());
    assertThat(reviewed.overdue(community.clock.instant())).isFalse();
    assertThat(library.all()).containsExactly(reviewed);
  }

  @Test
  void onlyLeadsAndAdminsKeepItAndItIsWrittenDown() {
    var added = library.add(community.caller(community.abe), draft("Walks", null, in(30)));
    for (var who : new Caller[] {community.caller(community.ada), community.caller(community.mo)}) {
      refused(Refusal.WrongRole.class, () -> library.add(who, draft("Mine", null, in(30))));
      refused(Refusal.WrongRole.class, () -> library.change(who, added.id(), draft("Mine", null, in(30)), 1));
      refused(Refusal.WrongRole.class, () -> library.remove(who, added.id()));
    }
    library.remove(lena, added.id());
    notFound(() -> library.remove(lena, added.id()));
    assertThat(community.auditOf(added.id())).extracting("action").containsExactly("resource-added", "resource-removed");
  }

  @Test
  void nobodyWritesOverWhatTheyHaveNotSeen() {
    var added = library.add(lena, draft("Walks", null, in(30)));
    library.change(lena, added.id(), draft("Walks and swims", null, in(30)), added.revision());
    refused(Refusal.Changed.class, () -> library.change(lena, added.id(), draft("Walks", null, in(30)), added.revision()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org", "javascript:alert(1)", "https://", "https://example", "https://example.org/a b", "https://example.org/\"x", "data:text/html,x"})
  void anAddressIsOneThatCanBeFollowedSafely(String url) {
    assertThat(invalid("url", () -> library.add(lena, draft("Walks", url, in(30))))).contains("https://");
  }

  @Test
  void itHasATitleWordsAndADayToCome() {
    invalid("title", () -> library.add(lena, draft(" ", null, in(30))));
    invalid("reviewBy", () -> library.add(lena, draft("Walks", null, community.clock.instant())));
    invalid("reviewBy", () -> library.add(lena, draft("Walks", null, null)));
    invalid("region", () -> library.add(lena, new KeepResources.Draft("Walks", "Along the canal", null, "XX", in(30))));
    assertThat(library.all()).isEmpty();
  }

  private Instant in(int days) {
    return community.clock.instant().plus(Duration.ofDays(days));
  }

  private static KeepResources.Draft draft(String title, String url, Instant reviewBy) {
    return new KeepResources.Draft(title, "Along the canal", url, null, reviewBy);
  }
}
