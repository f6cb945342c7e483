package org.hearth.forum.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.hearth.forum.Community;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.screening.Grade;

class ReplayedRecordsChangeNothingTest {
  /** What one author does to one post before any record of it is delivered; each is a record of the stream. */
  private enum Doing {
    WRITE_ONLY,
    EDIT,
    EDIT_TWICE,
    DELETE
  }

  @Property(tries = 300)
  void anyOrderAndDuplicationGivesTheSame(
      @ForAll @Size(min = 1, max = 5) List<Doing> doings,
      @ForAll Grade grade,
      @ForAll @Size(max = 30) List<@IntRange(max = 1_000) Integer> shuffled) {
    assertThat(after(doings, grade, shuffled)).isEqualTo(after(doings, grade, List.of()));
  }

  private static Map<String, Object> after(List<Doing> doings, Grade grade, List<Integer> shuffled) {
    var community = new Community();
    var opening = community.published(community.open);
    community.screening.says(grade);
    var records = new ArrayList<Post>();
    var posts = new ArrayList<Post>();
    for (var doing : doings) {
      var post = community.replies(community.bo, opening.threadId(), "Words " + posts.size());
      posts.add(post);
      records.add(post);
      switch (doing) {
        case WRITE_ONLY -> { }
        case EDIT -> records.add(community.edits(post, "Other words"));
        case EDIT_TWICE -> {
          records.add(community.edits(post, "Other words"));
          records.add(community.edits(post, "Third words"));
        }
        case DELETE -> community.deletes(post);
      }
    }
    shuffled.forEach(n -> community.checked(records.get(n % records.size())));
    records.forEach(community::checked);
    records.forEach(community::checked);
    return state(community, opening, posts);
  }

  // Ids differ from run to run, so posts go by the order in which they were written.
  private static Map<String, Object> state(Community community, Post opening, List<Post> posts) {
    var state = new TreeMap<String, Object>();
    for (int i = 0; i < posts.size(); i++) {
      var now = community.now(posts.get(i));
      var theCase = community.forum.cases.find(now.id());
      state.put("post " + i, List.of(now.status(), now.version(), now.text(), now.revision()));
      state.put("case " + i, theCase.map(one -> one.state() + " " + one.risk() + " " + one.events().size() + " " + one.revision()).orElse("none"));
      state.put("entries " + i, community.auditOf(now.id()).size());
    }
    state.put("replies", community.thread(opening).replyCount());
    state.put("published", community.profile(community.bo).publishedCount());
    state.put("cases", community.forum.all(Case.class).size());
    state.put("entries", community.forum.all(AuditEntry.class).size());
    return state;
  }
}
