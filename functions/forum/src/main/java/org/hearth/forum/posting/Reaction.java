package org.hearth.forum.posting;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What somebody can say to a post without words. There is nothing here to say no with. */
public enum Reaction {
  HELPFUL,
  HEARD,
  ME_TOO;

  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Reaction> of(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
  }
}
