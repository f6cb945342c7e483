package org.hearth.forum;

import java.time.Instant;
import java.util.regex.Pattern;

/** Reads what a ULID says. */
public final class Ulid {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final Pattern SHAPE = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");

  private Ulid() {}

  public static boolean is(String text) {
    return text != null && SHAPE.matcher(text).matches();
  }

  /** Sorts after every ULID made before that time, and before every one made then or later. */
  public static String earliest(Instant time) {
    var digits = new StringBuilder("0".repeat(26));
    long millis = time.toEpochMilli();
    for (int i = 9; i >= 0; i--, millis >>>= 5) {
      digits.setCharAt(i, DIGITS.charAt((int) (millis & 31)));
    }
    return digits.toString();
  }

  /** The time that the ULID was made for, to the millisecond: its first ten digits, five bits each. */
  public static Instant time(String ulid) {
    long millis = 0;
    for (int i = 0; i < 10; i++) {
      millis = millis << 5 | DIGITS.indexOf(ulid.charAt(i));
    }
    return Instant.ofEpochMilli(millis);
  }
}
