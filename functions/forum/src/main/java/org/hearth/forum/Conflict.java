package org.hearth.forum;

/** Somebody else wrote first. What was to be written must be decided anew on what is there now. */
public final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Conflict() {
    super("changed meanwhile", null, false, false);
  }
}
