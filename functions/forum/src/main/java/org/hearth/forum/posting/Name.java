package org.hearth.forum.posting;

import org.hearth.forum.Change;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.Profile;

/** Under which name a post is shown: the author's, or, if they want, one that tells nobody who they are. */
final class Name {
  private final Marks marks;

  Name(Marks marks) {
    this.marks = marks;
  }

  /** The name for a reply. Whoever speaks in a thread anonymously for the first time takes its next number along. */
  String inReply(Draft draft, Profile author, ForumThread thread, Change change) {
    if (!draft.anonymous()) {
      return draft.official() ? Organisation.NAME : author.name();
    }
    var known = marks.find(author.id(), thread.id()).orElseGet(() -> ThreadMarks.none(author.id(), thread.id()));
    if (known.alias() != null) {
      return known.alias();
    }
    var numbered = thread.withOneMoreAlias();
    var alias = Alias.of(numbered.aliases());
    change.save(numbered).save(known.speakingAs(alias));
    return alias;
  }

  /** The name for a new thread, in which nobody has spoken yet. */
  String inThread(Draft draft, Profile author, String threadId, Change change) {
    if (!draft.anonymous()) {
      return draft.official() ? Organisation.NAME : author.name();
    }
    var alias = Alias.of(1);
    change.add(ThreadMarks.none(author.id(), threadId).speakingAs(alias));
    return alias;
  }
}
