package org.hearth.forum.resources;

import java.time.Instant;
import org.hearth.forum.Stored;

/**
 * Something that helps, in the library that a community keeps.
 *
 * @param url where it is; null when the words are all there is
 * @param region for which it is, as an ISO 3166 code; {@link #ANYWHERE} for all
 * @param reviewBy when somebody must have looked whether it still holds
 */
public record Resource(String id, String title, String text, String url, String region, Instant reviewBy, long revision) implements Stored {
  public static final String ANYWHERE = "ZZ";

  public boolean overdue(Instant now) {
    return !now.isBefore(reviewBy);
  }
}
