package org.hearth.lambda.moderation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hearth.forum.audit.Excerpt;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Profile;
import org.hearth.forum.moderation.MakePack;
import org.hearth.forum.posting.Post;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;
import org.hearth.lambda.listing.Views;
import org.hearth.lambda.signing.SigningKey;

/**
 * A case as an archive that can be checked without this forum: what is in it, a list of their digests, and a signature of that
 * list. {@code bin/verify-pack} reads it; docs/decisions/0013-case-packs.md says how.
 */
final class CasePackFiles {
  private static final int FORMAT = 1;

  private final MakePack.Pack pack;
  private final String siteUrl;

  CasePackFiles(MakePack.Pack pack, String siteUrl) {
    this.pack = pack;
    this.siteUrl = siteUrl;
  }

  byte[] signed(SigningKey key) {
    var files = new LinkedHashMap<String, byte[]>();
    files.put("case.html", new CasePackPage(pack, siteUrl).bytes());
    files.put("case.json", bytes(theCase()));
    files.put("audit.json", bytes(new JsonObject().with("entries", pack.log().stream().map(CasePackFiles::line).toList())));
    var manifest = bytes(manifest(files, key));
    files.put("manifest.json", manifest);
    files.put("manifest.sig", Base64.getEncoder().encode(key.sign(manifest)));
    files.put("key.pem", key.pem().getBytes(StandardCharsets.US_ASCII));
    return zip(files, pack.at());
  }

  private JsonObject theCase() {
    var opened = pack.opened();
    return CaseViews.whole(opened, pack.by(), pack.at())
        .withIfPresent("toldOfPost", opened.post().map(Post::notice).map(CasePackFiles::told))
        .withIfPresent("toldOfPerson", opened.author().map(author -> author.profile()).map(Profile::notice).filter(this::isOfThisCase).map(CasePackFiles::told));
  }

  private boolean isOfThisCase(Notice notice) {
    return pack.opened().decisions().stream().anyMatch(decision -> decision.id().equals(notice.decisionId()));
  }

  private static JsonObject told(Notice notice) {
    return new JsonObject()
        .with("decisionId", notice.decisionId())
        .with("at", notice.at())
        .with("automatic", notice.automatic())
        .withIfPresent("appeal", Optional.ofNullable(notice.appeal())
            .map(appeal -> new JsonObject().with("state", Views.lower(appeal.state())).with("at", appeal.at())));
  }

  // Of what is about other things only the place and the hash are told.
  private static JsonObject line(Excerpt.Line line) {
    return line.entry().map(CaseViews::auditEntry).orElseGet(() -> new JsonObject().with("sequence", line.sequence()).with("hash", line.hash()));
  }

  private JsonObject manifest(Map<String, byte[]> files, SigningKey key) {
    var digests = new JsonObject();
    files.forEach((name, content) -> digests.with(name, sha256(content)));
    return new JsonObject()
        .with("format", FORMAT)
        .with("forum", siteUrl)
        .with("caseId", pack.opened().theCase().id())
        .with("madeAt", pack.at())
        .with("madeBy", new JsonObject().with("id", pack.by().id()).with("name", pack.by().name()).with("role", Views.lower(pack.by().role())))
        .with("key", key.fingerprint())
        .with("sha256", digests);
  }

  private static byte[] bytes(Object json) {
    return Json.write(json).getBytes(StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  private static byte[] zip(Map<String, byte[]> files, Instant at) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        var entry = new ZipEntry(file.getKey());
        entry.setTimeLocal(LocalDateTime.ofInstant(at, ZoneOffset.UTC));
        zip.putNextEntry(entry);
        zip.write(file.getValue());
      }
    } catch (IOException impossibleInMemory) {
      throw new UncheckedIOException(impossibleInMemory);
    }
    return bytes.toByteArray();
  }
}
