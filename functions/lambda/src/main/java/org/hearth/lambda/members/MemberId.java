package org.hearth.lambda.members;

import java.math.BigInteger;
import java.util.HexFormat;
import org.hearth.forum.Fingerprint;

/** A member's id here: made from what the issuer calls them, so that nobody can tell that from it. */
final class MemberId {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int BYTES = 16;

  private MemberId() {}

  /** The first 128 bits of a SHA-256 over issuer and subject, written as ULIDs are. */
  static String of(String issuer, String subject) {
    var bytes = HexFormat.of().parseHex(Fingerprint.of(issuer, subject).substring(0, 2 * BYTES));
    var number = new BigInteger(1, bytes);
    var id = new char[LENGTH];
    for (int i = LENGTH - 1; i >= 0; i--) {
      id[i] = DIGITS.charAt(number.intValue() & 31);
      number = number.shiftRight(5);
    }
    return new String(id);
  }
}
