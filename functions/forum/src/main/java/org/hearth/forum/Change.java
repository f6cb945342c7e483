package org.hearth.forum;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is written together: all of it or, when anything has changed since it was read, nothing. */
public final class Change {

  /** One item of a change. */
  public sealed interface Step {}

  /** Writes something that must not exist yet. */
  public record Add(Stored item) implements Step {}

  /** Writes over the revision before the item's own. */
  public record Replace(Stored item) implements Step {}

  /** Removes the item if it is still this revision. */
  public record Remove(Stored item) implements Step {}

  /** Writes nothing; the item must still be this revision. */
  public record Unchanged(Stored item) implements Step {}

  /** Writes nothing; there must still be nothing where the item would lie. */
  public record Absent(Stored item) implements Step {}

  private final List<Step> steps = new ArrayList<>();

  public Change add(Stored item) {
    steps.add(new Add(item));
    return this;
  }

  /** Adds the item when its revision is 1, else replaces the revision before it. */
  public Change save(Stored item) {
    steps.add(item.revision() == 1 ? new Add(item) : new Replace(item));
    return this;
  }

  public Change remove(Stored item) {
    steps.add(new Remove(item));
    return this;
  }

  public Change unchanged(Stored item) {
    steps.add(new Unchanged(Objects.requireNonNull(item)));
    return this;
  }

  /** @param item any record of that kind and key; what else it says does not count */
  public Change absent(Stored item) {
    steps.add(new Absent(Objects.requireNonNull(item)));
    return this;
  }

  public List<Step> steps() {
    return List.copyOf(steps);
  }
}
