package org.hearth.local.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * The audit log's part in a case pack. An entry's hash is the SHA-256 digest of what it says, each part with its length in
 * bytes and a colon before it: the hash of the entry before, month, number, time in milliseconds, actor, action, target, rule.
 *
 * @param entries how many entries it holds whole
 * @param gap whether it leaves out some hashes between two of them
 */
record LogChain(long entries, boolean gap) {

    static LogChain follow(JsonNode lines) throws PackException {
        long whole = 0;
        boolean gap = false;
        JsonNode before = null;
        for (JsonNode line : lines) {
            if (line.has("previousHash")) {
                whole++;
                requireHash(line);
            }
            if (before != null) {
                gap |= follows(before, line);
            }
            before = line;
        }
        if (whole == 0) {
            throw new PackException("The audit log in it is empty, though making a pack is itself an entry.");
        }
        return new LogChain(whole, gap);
    }

    private static boolean follows(JsonNode before, JsonNode line) throws PackException {
        long number = line.path("sequence").asLong();
        long last = before.path("sequence").asLong();
        if (number <= last) {
            throw broken(number, "it does not come after the one before");
        }
        boolean next = number == last + 1;
        if (next && line.has("previousHash") && !line.path("previousHash").asText().equals(before.path("hash").asText())) {
            throw broken(number, "it does not follow the one before");
        }
        return !next;
    }

    private static void requireHash(JsonNode line) throws PackException {
        long number = line.path("sequence").asLong();
        try {
            String at = Long.toString(Instant.parse(line.path("at").asText()).toEpochMilli());
            String hash = hash(List.of(line.path("previousHash").asText(), line.path("month").asText(), Long.toString(number), at,
                    line.path("actor").asText(), line.path("action").asText(), line.path("target").asText(), line.path("rule").asText("")));
            if (!hash.equals(line.path("hash").asText())) {
                throw broken(number, "it is not as it was written");
            }
        } catch (DateTimeException e) {
            throw broken(number, "its time can't be read");
        }
    }

    private static PackException broken(long number, String why) {
        return new PackException("The audit log in it is broken at entry " + number + ": " + why + ".");
    }

    private static String hash(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
