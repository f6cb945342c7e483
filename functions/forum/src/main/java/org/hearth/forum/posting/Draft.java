package org.hearth.forum.posting;

import java.util.List;

/**
 * A post as somebody sends it.
 *
 * @param title of a new thread; null for a reply
 * @param labels content notes for a new thread; empty for a reply
 * @param quotes the post that a reply answers; null when it answers none in particular
 * @param anonymous whether others are not to know who wrote it
 */
public record Draft(String title, String text, List<String> labels, String quotes, boolean anonymous) {

  public static Draft thread(String title, String text) {
    return new Draft(title, text, List.of(), null, false);
  }

  public static Draft reply(String text) {
    return new Draft(null, text, List.of(), null, false);
  }

  /** Each part that is not the usual adds to what tells two drafts apart. */
  String[] parts(String kind, String place) {
    return new String[] {kind, place, title == null ? "" : title, text, String.join(",", labels), quotes == null ? "" : quotes, Boolean.toString(anonymous)};
  }
}
