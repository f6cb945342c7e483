package org.hearth.forum.posting;

/** Under which name its people speak for the organisation: one that no member can have. */
public final class Organisation {
  public static final String NAME = "Hearth";

  private Organisation() {}

  public static boolean is(String name) {
    return NAME.equals(name);
  }
}
