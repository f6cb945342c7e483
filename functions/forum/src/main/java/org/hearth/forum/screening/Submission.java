package org.hearth.forum.screening;

import java.util.List;
import java.util.Objects;

/**
 * What the screening may know of a post.
 *
 * @param text the title, a blank line and the body for a thread's first post; else the body
 * @param author what is known of the author
 * @param tuning the group's settings
 */
public record Submission(String text, Author author, Tuning tuning) {
  public Submission {
    Objects.requireNonNull(text);
    Objects.requireNonNull(author);
    Objects.requireNonNull(tuning);
  }

  /** A text about which nothing else is known, under the standard settings. */
  public static Submission of(String text) {
    return new Submission(text, Author.UNKNOWN, Tuning.standard());
  }

  /**
   * @param newcomer true until the group's number of first posts is approved
   * @param recentTexts the author's last few posts, to see repeats; may be empty
   */
  public record Author(boolean newcomer, List<String> recentTexts) {
    /** Somebody who is no newcomer and has no known posts. */
    public static final Author UNKNOWN = new Author(false, List.of());

    public Author {
      recentTexts = List.copyOf(recentTexts);
    }
  }
}
