package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.List;

/** Tells what a change of a group's settings would change, on posts that were screened before; nothing is stored. */
public final class Preview {
  private final Screening screening;

  /** A preview by this screening. */
  public Preview(Screening screening) {
    this.screening = screening;
  }

  /**
   * One post whose grade or safeguarding level would differ.
   *
   * @param index its place in the list that was given
   */
  public record Difference(int index, Verdict now, Verdict then) {}

  /**
   * @param posts how many were looked at
   * @param held how many would be held that are not now
   * @param released how many are held now and would not be
   * @param differences each post whose grade or level would change, in the order given
   */
  public record Outcome(int posts, int held, int released, List<Difference> differences) {}

  /** Runs both settings over the posts; about twice the time of screening each once. */
  public Outcome of(List<Submission> posts, Tuning proposed) {
    List<Difference> differences = new ArrayList<>();
    int held = 0;
    int released = 0;
    for (int i = 0; i < posts.size(); i++) {
      Submission post = posts.get(i);
      Verdict now = screening.of(post);
      Verdict then = screening.of(new Submission(post.text(), post.author(), proposed));
      if (now.grade() != then.grade() || now.level() != then.level()) {
        differences.add(new Difference(i, now, then));
        held += now.grade() == Grade.GREEN ? 1 : 0;
        released += then.grade() == Grade.GREEN ? 1 : 0;
      }
    }
    return new Outcome(posts.size(), held, released, List.copyOf(differences));
  }
}
