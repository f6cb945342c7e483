package org.hearth.forum.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.hearth.forum.Community;
import org.hearth.forum.Samples;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;

class PagesShowEachVisiblePostOnceTest {
  @Property(tries = 150)
  void whateverBecameOfThePosts(@ForAll @Size(max = 150) List<PostStatus> fates) {
    var community = new Community();
    var opening = community.published(community.open);
    var mine = new ArrayList<String>(List.of(opening.id()));
    var everybodys = new ArrayList<String>(List.of(opening.id()));
    for (int i = 0; i < fates.size(); i++) {
      var author = i % 5 == 0 ? community.ada : community.bo;
      var post = Samples.post(opening.threadId(), author, fates.get(i), Samples.minutes(i));
      community.forum.put(post);
      if (post.shown()) {
        everybodys.add(post.id());
      }
      if (post.shown() || author.equals(community.ada) && post.status() != PostStatus.DELETED) {
        mine.add(post.id());
      }
    }
    assertThat(paged(community, community.caller(community.ada), opening.threadId())).isEqualTo(mine);
    assertThat(paged(community, Community.VISITOR, opening.threadId())).isEqualTo(everybodys);
  }

  @Example
  void aLongBurstOfHeldPostsCostsTheReaderFewQueriesAndHidesNothingBehindIt() {
    var community = new Community();
    var opening = community.published(community.open);
    for (int i = 0; i < 300; i++) {
      community.forum.put(Samples.post(opening.threadId(), community.bo, PostStatus.HELD, Samples.minutes(i)));
    }
    var last = Samples.post(opening.threadId(), community.bo, PostStatus.PUBLISHED, Samples.minutes(301));
    community.forum.put(last);
    assertThat(paged(community, Community.VISITOR, opening.threadId())).containsExactly(opening.id(), last.id());
  }

  private static List<String> paged(Community community, Caller caller, String threadId) {
    var seen = new ArrayList<String>();
    Optional<String> position = Optional.empty();
    do {
      var page = community.read.thread(caller, threadId, position).posts();
      assertThat(page.items()).hasSizeLessThanOrEqualTo(20);
      page.items().stream().map(Post::id).forEach(seen::add);
      position = page.next();
    } while (position.isPresent());
    return seen;
  }

  @Property(tries = 100)
  void aForgedPlaceIsRefusedOrShowsNothingNew(@ForAll @StringLength(max = 30) String forged) {
    var community = new Community();
    var post = community.published(community.open);
    invalid("cursor", () -> community.read.thread(Community.VISITOR, post.threadId(), Optional.of("#" + forged)));
    invalid("cursor", () -> community.read.in(Community.VISITOR, community.open.id(), Optional.of("#" + forged)));
    invalid("cursor", () -> community.account.posts(community.caller(community.ada), Optional.of("#" + forged)));
  }
}
