package org.hearth.forum.screening;

/**
 * How likely each thing is, from 0 to 1, by rules and model together.
 *
 * @param safeguarding that somebody is at risk now
 * @param imminent that the risk is imminent
 * @param spam that the post is spam
 * @param abuse that the post is abusive
 */
public record Scores(double safeguarding, double imminent, double spam, double abuse) {
  /** Nothing was seen. */
  public static final Scores NONE = new Scores(0, 0, 0, 0);
}
