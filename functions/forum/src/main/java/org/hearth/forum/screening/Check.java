package org.hearth.forum.screening;

import java.util.List;

/**
 * One check of a post. Checks know nothing of each other; {@link Screening} runs them in order and answers for what they throw.
 */
public interface Check {
  /** Stable id, shown when the check fails. */
  String id();

  /** What this check sees, in any order; empty when it sees nothing. Work is bounded by the text's length. */
  List<Finding> findings(Prepared post);
}
