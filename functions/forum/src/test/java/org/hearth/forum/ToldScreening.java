package org.hearth.forum;

import java.util.List;
import org.hearth.forum.screening.Check;
import org.hearth.forum.screening.Family;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import org.hearth.forum.screening.Prepared;
import org.hearth.forum.screening.Screening;

/** A screening that says what a test told it to. */
public final class ToldScreening {
  public static final String RULE = "told.rule";
  public static final String REASON = "The test said so";

  private Grade grade = Grade.GREEN;
  private boolean broken;
  private int asked;

  public void says(Grade next) {
    grade = next;
    broken = false;
  }

  /** Its one check throws. */
  public void breaks() {
    broken = true;
  }

  public int timesAsked() {
    return asked;
  }

  Screening screening() {
    return new Screening(List.of(new Check() {
      @Override
      public String id() {
        return "told";
      }

      @Override
      public List<Finding> findings(Prepared post) {
        asked++;
        if (broken) {
          throw new IllegalStateException("told to break");
        }
        return grade == Grade.GREEN ? List.of() : List.of(new Finding(Family.ABUSE, RULE, grade, 0, 1, REASON));
      }
    }));
  }
}
