package org.hearth.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hearth.forum.screening.SafeguardingLevel;

/** The labelled posts of {@code training/corpus}. */
final class Corpus {
  /** A share of the posts, chosen by the hash of the text, is never trained on: this many of 100. */
  static final int HELD_BACK_PERCENT = 15;

  private static final Pattern MARK =
      Pattern.compile("\\[\\[(phone|email|address|full_name|handle|id_number|dob):(.*?)\\]\\]", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** Personal data in a post, UTF-16 offsets. */
  record Span(String type, int start, int end) {}

  /**
   * @param file the file's name
   * @param text without the marks of personal data
   * @param crisis null if nobody labelled it; so spam and abuse
   * @param personalData null if nobody marked it
   */
  record Post(String file, String text, SafeguardingLevel crisis, Boolean spam, Boolean abuse, List<Span> personalData,
      List<String> tags) {
    boolean heldBack() {
      return (sha256(text.getBytes(StandardCharsets.UTF_8))[0] & 0xFF) * 100 < 256 * HELD_BACK_PERCENT;
    }
  }

  /** All posts of the .jsonl files in the folder, in the order of the files' names. */
  static List<Post> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return read(files.filter(f -> f.toString().endsWith(".jsonl")).sorted(Comparator.comparing(f -> f.getFileName().toString()))
          .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Post> read(List<Path> files) {
    List<Post> posts = new ArrayList<>();
    for (Path file : files) {
      int line = 0;
      try {
        for (String json : Files.readAllLines(file)) {
          line++;
          if (!json.isBlank()) {
            posts.add(post(file.getFileName().toString(), JSON.readTree(json)));
          }
        }
      } catch (IOException | RuntimeException e) {
        throw new IllegalStateException(file + ", line " + line + ": " + e.getMessage(), e);
      }
    }
    return posts;
  }

  private static Post post(String file, JsonNode json) {
    String marked = json.get("text").textValue();
    StringBuilder text = new StringBuilder();
    List<Span> spans = new ArrayList<>();
    Matcher mark = MARK.matcher(marked);
    int at = 0;
    while (mark.find()) {
      text.append(marked, at, mark.start());
      spans.add(new Span(mark.group(1), text.length(), text.length() + mark.group(2).length()));
      text.append(mark.group(2));
      at = mark.end();
    }
    text.append(marked, at, marked.length());
    List<String> tags = new ArrayList<>();
    json.path("tags").forEach(tag -> tags.add(tag.textValue()));
    return new Post(file, text.toString(), crisis(json), flag(json, "spam"), flag(json, "abuse"), spans, List.copyOf(tags));
  }

  private static SafeguardingLevel crisis(JsonNode json) {
    String level = json.path("crisis").textValue();
    return level == null ? null : SafeguardingLevel.valueOf(level.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Boolean flag(JsonNode json, String name) {
    return json.path(name).isBoolean() ? json.get(name).booleanValue() : null;
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
