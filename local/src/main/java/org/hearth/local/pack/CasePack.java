package org.hearth.local.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The archive of a case, as docs/decisions/0013-case-packs.md describes it, and whether it is as it was signed. */
public final class CasePack {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** A pack has as many megabytes at the most; more is an attempt to fill this machine. */
    private static final int LARGEST_FILE = 64 * 1024 * 1024;
    private static final int MOST_FILES = 20;
    private static final String MANIFEST = "manifest.json";
    private static final String SIGNATURE = "manifest.sig";
    private static final String KEY = "key.pem";
    private static final String LOG = "audit.json";

    private final Map<String, byte[]> files;

    private CasePack(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * What a sound pack says of itself.
     *
     * @param key the fingerprint of the key that signed it
     * @param entries how many entries of the audit log are about the case
     * @param left whether hashes between them were left out, so that their chain has a gap
     */
    public record Sound(String forum, String caseId, String madeAt, String madeBy, String key, long entries, boolean left) {
    }

    /** Reads an archive; what is in it is not believed yet. */
    public static CasePack read(Path file) throws IOException, PackException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements();) {
                ZipEntry entry = all.nextElement();
                try (InputStream in = zip.getInputStream(entry)) {
                    byte[] content = in.readNBytes(LARGEST_FILE + 1);
                    if (content.length > LARGEST_FILE || files.size() == MOST_FILES) {
                        throw new PackException("This is no case pack: it is far too large.");
                    }
                    if (files.put(entry.getName(), content) != null) {
                        throw new PackException("There are two files of the name " + entry.getName() + " in it.");
                    }
                }
            }
        } catch (ZipException e) {
            throw new PackException("This is no case pack, or it was cut off or changed on its way: it can't be read as a zip archive.");
        }
        return new CasePack(files);
    }

    /**
     * Checks the signature, the digest of each file, and the chain of the audit log.
     *
     * @param expected the fingerprint of the key that it should be signed with; empty to believe the key in the archive
     */
    public Sound verify(Optional<String> expected) throws PackException {
        PublicKey key = key();
        String fingerprint = sha256(key.getEncoded());
        if (expected.isPresent() && !expected.get().replaceAll("[\\s:]", "").equalsIgnoreCase(fingerprint)) {
            throw new PackException("It was signed with another key than the one you named: with " + fingerprint + ".");
        }
        byte[] words = file(MANIFEST);
        if (!signed(key, words)) {
            throw new PackException("The signature does not fit: " + MANIFEST + ", " + SIGNATURE + " or " + KEY + " was changed after it was signed.");
        }
        JsonNode manifest = json(MANIFEST);
        if (manifest.path("format").asInt() != 1) {
            throw new PackException("It was made by another version of Hearth: check it with that one.");
        }
        digests(manifest.path("sha256"));
        LogChain chain = LogChain.follow(json(LOG).path("entries"));
        JsonNode by = manifest.path("madeBy");
        return new Sound(manifest.path("forum").asText(), manifest.path("caseId").asText(), manifest.path("madeAt").asText(),
                by.path("name").asText() + " (" + by.path("role").asText() + ")", fingerprint, chain.entries(), chain.gap());
    }

    private void digests(JsonNode digests) throws PackException {
        TreeSet<String> unsigned = new TreeSet<>(files.keySet());
        for (Map.Entry<String, JsonNode> listed : digests.properties()) {
            if (!sha256(file(listed.getKey())).equals(listed.getValue().asText())) {
                throw new PackException(listed.getKey() + " was changed after the pack was signed.");
            }
            unsigned.remove(listed.getKey());
        }
        for (String own : new String[] {MANIFEST, SIGNATURE, KEY}) {
            unsigned.remove(own);
        }
        if (!unsigned.isEmpty()) {
            throw new PackException(unsigned.first() + " was put into the pack after it was signed.");
        }
        if (!digests.has(LOG)) {
            throw new PackException("The audit log is missing in what was signed.");
        }
    }

    private byte[] file(String name) throws PackException {
        byte[] content = files.get(name);
        if (content == null) {
            throw new PackException("There is no " + name + " in it: it is no case pack, or somebody took that out.");
        }
        return content;
    }

    private JsonNode json(String name) throws PackException {
        try {
            return JSON.readTree(file(name));
        } catch (IOException e) {
            throw new PackException(name + " can't be read: it is not JSON.");
        }
    }

    private PublicKey key() throws PackException {
        try {
            String pem = new String(file(KEY), StandardCharsets.US_ASCII).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(pem)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PackException(KEY + " can't be read: it is not the public half of an Ed25519 key.");
        }
    }

    private boolean signed(PublicKey key, byte[] words) throws PackException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(words);
            return signature.verify(Base64.getDecoder().decode(new String(file(SIGNATURE), StandardCharsets.US_ASCII).strip()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
