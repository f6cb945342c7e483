package org.hearth.local.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hearth.local.RunningHearth.good;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hearth.local.RunningHearth;
import org.hearth.local.client.HearthClient;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack is made by the deployed function and checked by what a stranger runs. */
class ACasePackIsAsItWasSignedIT {
    private static final RunningHearth HEARTH = RunningHearth.shared();
    private static final String WORDS = "We sang <b>Für Elise</b> & laughed about it.";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static String caseId;
    private static byte[] pack;

    @TempDir
    private Path folder;

    @BeforeAll
    static void aDecidedCase() {
        HearthClient author = HEARTH.somebodyNew();
        JsonNode post = HEARTH.publishedThread(author, RunningHearth.OPEN, "A walk by the river", "The river was high today. " + WORDS).path("post");
        good(HEARTH.somebodyNew().post("/api/threads/" + post.path("threadId").asText() + "/posts/" + post.path("id").asText() + "/reports",
                HearthClient.object("reason", "rules", "note", "=HYPERLINK(1) please look")));
        caseId = post.path("id").asText();
        good(HEARTH.decide(HEARTH.moderator(), post,
                HearthClient.object("action", "hide", "rule", "on-topic", "reason", "Not here, please.")));
        // Something else lies between this case's entries in the log.
        good(HEARTH.lead().put("/api/moderation/rota", HearthClient.object().put("inUse", true)));
        pack = HEARTH.lead().download("/api/moderation/cases/" + caseId + "/pack");
    }

    @Test
    void itIsSoundAsItCame() throws Exception {
        CasePack.Sound sound = verify(pack);
        assertThat(sound.caseId()).isEqualTo(caseId);
        assertThat(sound.madeBy()).isEqualTo("Ngozi (lead)");
        assertThat(sound.entries()).isGreaterThanOrEqualTo(2);
        assertThat(sound.left()).isFalse();
        assertThat(CasePack.read(file(pack)).verify(Optional.of(sound.key())).key()).isEqualTo(sound.key());
    }

    @Test
    void itHoldsTheWholeCaseAndItsPageShowsWordsAsWords() throws Exception {
        Map<String, byte[]> files = files(pack);
        JsonNode written = JSON.readTree(files.get("case.json"));
        assertThat(written.path("snapshot").path("text").asText()).contains(WORDS);
        assertThat(written.path("reports")).hasSize(1);
        assertThat(written.path("decisions").get(0).path("action").asText()).isEqualTo("hide");
        assertThat(written.path("clocks").has("acted")).isTrue();
        assertThat(written.path("timeline")).isNotEmpty();
        String page = new String(files.get("case.html"), StandardCharsets.UTF_8);
        assertThat(page).contains("sang &lt;b&gt;Für Elise&lt;/b&gt; &amp; laughed").contains("default-src 'none'").doesNotContain("<script").doesNotContain("<b>");
    }

    @Test
    void makingOneIsInTheAuditLog() {
        JsonNode log = good(HEARTH.admin().get("/api/moderation/audit?action=pack-made"));
        assertThat(log.path("items")).anyMatch(entry -> entry.path("action").asText().equals("pack-made") && entry.path("target").asText().equals(caseId));
    }

    @Test
    void aWordThatWasChangedIsNamed() throws Exception {
        refused(changed(files -> files.computeIfPresent("case.json", (name, text) -> replaced(text, "sang", "rang"))), "case.json was changed after");
        refused(changed(files -> files.computeIfPresent("case.html", (name, text) -> replaced(text, "sang", "rang"))), "case.html was changed after");
    }

    @Test
    void aListThatWasChangedDoesNotFitTheSignature() throws Exception {
        refused(changed(files -> files.computeIfPresent("manifest.json", (name, text) -> replaced(text, "Ngozi", "Somebody"))), "The signature does not fit");
        refused(changed(files -> files.put("manifest.sig", "AAAA".getBytes(StandardCharsets.US_ASCII))), "The signature does not fit");
    }

    @Test
    void whatWasPutInOrTakenOutIsNamed() throws Exception {
        refused(changed(files -> files.put("more.html", "more".getBytes(StandardCharsets.UTF_8))), "more.html was put into the pack");
        refused(changed(files -> files.remove("audit.json")), "There is no audit.json in it");
        refused(changed(files -> files.remove("manifest.sig")), "There is no manifest.sig in it");
    }

    @Test
    void somebodyElsesSignatureIsFoundByTheKey() throws Exception {
        String ours = verify(pack).key();
        byte[] theirs = signedAnew(files -> files.computeIfPresent("case.json", (name, text) -> replaced(text, "sang", "rang")));
        assertThat(verify(theirs).key()).isNotEqualTo(ours);
        assertThatThrownBy(() -> CasePack.read(file(theirs)).verify(Optional.of(ours)))
                .isInstanceOf(PackException.class).hasMessageContaining("another key than the one you named");
    }

    @Test
    void evenWhoeverHasTheKeyCantChangeWhatTheLogSaid() throws Exception {
        refused(signedAnew(files -> files.computeIfPresent("audit.json", (name, text) -> replaced(text, "\"hide\"", "\"remove\""))), "as it was written");
        refused(signedAnew(files -> files.put("audit.json", withAnotherHashBetween(files.get("audit.json")))), "it does not follow the one before");
    }

    private static byte[] withAnotherHashBetween(byte[] log) {
        return new String(log, StandardCharsets.UTF_8)
                .replaceFirst("(\\{\"sequence\":\\d+,\"hash\":\")[0-9a-f]{64}", "$1" + "0".repeat(64)).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsNoArchiveIsSaidToBeNone() throws Exception {
        Path cut = folder.resolve("cut.zip");
        Files.write(cut, Arrays.copyOf(pack, pack.length / 2));
        assertThatThrownBy(() -> CasePack.read(cut)).isInstanceOf(PackException.class).hasMessageContaining("can't be read as a zip archive");
    }

    @Test
    void aLeadAndAnAdminMayMakeOneAndAModeratorMayNot() {
        assertThat(HEARTH.admin().get("/api/moderation/cases/" + caseId + "/pack").status()).isEqualTo(200);
        assertThat(HEARTH.moderator().get("/api/moderation/cases/" + caseId + "/pack").status()).isEqualTo(403);
        assertThat(HEARTH.lead().get("/api/moderation/cases/01ARZ3NDEKTSV4RRFFQ69G5FAV/pack").status()).isEqualTo(404);
    }

    private void refused(byte[] tampered, String why) throws Exception {
        assertThatThrownBy(() -> verify(tampered)).isInstanceOf(PackException.class).hasMessageContaining(why);
    }

    private CasePack.Sound verify(byte[] archive) throws IOException, PackException {
        return CasePack.read(file(archive)).verify(Optional.empty());
    }

    private Path file(byte[] archive) throws IOException {
        return Files.write(folder.resolve("pack.zip"), archive);
    }

    private static byte[] replaced(byte[] text, String from, String to) {
        return new String(text, StandardCharsets.UTF_8).replace(from, to).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] changed(Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> files = files(pack);
        change.accept(files);
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Changed by somebody who puts the digests right and signs with a key of their own. */
    private static byte[] signedAnew(Consumer<Map<String, byte[]>> change) throws Exception {
        KeyPair theirs = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Map<String, byte[]> files = files(pack);
        change.accept(files);
        ObjectNode manifest = (ObjectNode) JSON.readTree(files.get("manifest.json"));
        for (String name : new String[] {"case.html", "case.json", "audit.json"}) {
            manifest.withObject("/sha256").put(name, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(files.get(name))));
        }
        byte[] words = JSON.writeValueAsBytes(manifest);
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(theirs.getPrivate());
        signature.update(words);
        files.put("manifest.json", words);
        files.put("manifest.sig", Base64.getEncoder().encode(signature.sign()));
        files.put("key.pem", Base64.getEncoder().encode(theirs.getPublic().getEncoded()));
        return zip(files);
    }

    private static Map<String, byte[]> files(byte[] archive) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
