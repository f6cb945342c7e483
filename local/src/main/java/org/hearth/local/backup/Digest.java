package org.hearth.local.backup;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The number of a table's items and the sum of their SHA-256 hashes: the same for the same items in any order. */
final class Digest {
    private static final BigInteger LIMIT = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum = BigInteger.ZERO;
    private long count;

    void add(String item) {
        sum = sum.add(new BigInteger(1, hash(item))).mod(LIMIT);
        count++;
    }

    long count() {
        return count;
    }

    String sum() {
        return "%064x".formatted(sum);
    }

    static byte[] hash(String item) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(item.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
