package org.hearth.forum.members;

/**
 * How much one person may send in an hour.
 *
 * @param newcomerPosts for somebody whose first posts a moderator still reads
 * @param posts for everybody else
 * @param newcomerReports for somebody who has hardly written here yet
 * @param reports so that one person cannot bury the queue
 * @param visitorReports from one address, by people who are not signed in
 * @param allVisitorsReports from everywhere, after which a visitor's report no longer goes before what members say
 */
public record Limits(int newcomerPosts, int posts, int newcomerReports, int reports, int visitorReports, int allVisitorsReports) {
  public static final Limits STANDARD = new Limits(10, 30, 5, 20, 5, 20);
  public static final Limits NONE = new Limits(
      Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);
  private static final int HARDLY_WRITTEN = 3;

  public int postsFor(Profile profile, int firstPosts) {
    return profile.newcomer(firstPosts) ? newcomerPosts : posts;
  }

  public int reportsFor(Profile profile) {
    return profile.newcomer(HARDLY_WRITTEN) ? newcomerReports : reports;
  }
}
