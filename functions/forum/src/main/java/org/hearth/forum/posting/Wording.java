package org.hearth.forum.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.FieldError;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;

/** What people may write: anything that can be stored and shown as it was typed. */
public final class Wording {
  public static final int LONGEST_TITLE = 120;
  public static final int LONGEST_TEXT = 10_000;
  public static final int LONGEST_NOTE = 2_000;

  private final List<FieldError> errors = new ArrayList<>();

  /** A text that must be there. Lengths are in characters as people count them (code points). */
  public Wording require(String field, String text, int longest) {
    if (text == null || text.codePoints().allMatch(Wording::invisible)) {
      errors.add(new FieldError(field, "Write something here; it is empty."));
      return this;
    }
    return allow(field, text, longest);
  }

  /** A text that may be missing. */
  public Wording allow(String field, String text, int longest) {
    if (text == null) {
      return this;
    }
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      errors.add(new FieldError(field, "This has " + length + " characters; " + longest + " is the most. Shorten it or make it two."));
    }
    unreadable(text).ifPresent(why -> errors.add(new FieldError(field, why)));
    return this;
  }

  public Wording because(boolean wrong, String field, String detail) {
    if (wrong) {
      errors.add(new FieldError(field, detail));
    }
    return this;
  }

  /** @throws Refused with every error found */
  public void check() {
    if (!errors.isEmpty()) {
      throw new Refused(new Refusal.Invalid(List.copyOf(errors)));
    }
  }

  /** Why the text can't be kept as it is: half characters, control characters, and marks that turn the direction of what follows. */
  public static Optional<String> unreadable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        return Optional.of("There is half a character in this text (position " + (i + 1) + "). Delete it and type it again.");
      } else if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return Optional.of("There is a control character in this text (position " + (i + 1) + "). Delete it and try again.");
      } else if (turnsDirection(c)) {
        return Optional.of("There is a hidden mark in this text that turns its direction (position " + (i + 1) + "). Delete it and try again.");
      }
    }
    return Optional.empty();
  }

  private static boolean invisible(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
  }

  private static boolean turnsDirection(char c) {
    return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
  }
}
