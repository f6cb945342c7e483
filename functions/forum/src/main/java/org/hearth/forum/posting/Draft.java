package org.hearth.forum.posting;

import java.util.List;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;

/**
 * A post as somebody sends it.
 *
 * @param title of a new thread; null for a reply
 * @param labels content notes for a new thread; empty for a reply
 * @param quotes the post that a reply answers; null when it answers none in particular
 * @param anonymous whether others are not to know who wrote it
 * @param official whether it speaks for the organisation
 */
public record Draft(String title, String text, List<String> labels, String quotes, boolean anonymous, boolean official) {

  /** By a person, for themselves. */
  public Draft(String title, String text, List<String> labels, String quotes, boolean anonymous) {
    this(title, text, labels, quotes, anonymous, false);
  }

  public static Draft thread(String title, String text) {
    return new Draft(title, text, List.of(), null, false);
  }

  public static Draft reply(String text) {
    return new Draft(null, text, List.of(), null, false);
  }

  /** Each part that is not the usual adds to what tells two drafts apart. */
  String[] parts(String kind, String place) {
    return new String[] {kind, place, title == null ? "" : title, text, String.join(",", labels), quotes == null ? "" : quotes, Boolean.toString(anonymous),
        official ? "official" : ""};
  }

  /** @throws Refused when somebody speaks for the organisation who does not belong to it, or speaks for it without a name */
  void check(Caller.Member author, Wording wording) {
    if (official) {
      author.staff();
      wording.because(anonymous, "anonymous", "What is said for the organisation has its name. Choose one of the two.");
    }
  }
}
