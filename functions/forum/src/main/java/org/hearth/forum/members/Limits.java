package org.hearth.forum.members;

/**
 * How much one person may send in an hour.
 *
 * @param newcomerPosts for somebody whose first posts a moderator still reads
 * @param posts for everybody else
 * @param reports so that one person cannot bury the queue
 */
public record Limits(int newcomerPosts, int posts, int reports) {
  public static final Limits STANDARD = new Limits(10, 30, 20);
  public static final Limits NONE = new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

  public int postsFor(Profile profile, int firstPosts) {
    return profile.newcomer(firstPosts) ? newcomerPosts : posts;
  }
}
