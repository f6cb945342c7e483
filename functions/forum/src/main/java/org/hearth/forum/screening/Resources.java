package org.hearth.forum.screening;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the lists beside this class. */
final class Resources {
  private Resources() {}

  static byte[] bytes(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The screening's list " + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines that are neither empty nor comments (##). */
  static List<String> lines(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank() && !l.startsWith("##")).toList();
  }

  /** Lines of "variant, variant = standard". */
  static Map<String, String> pairs(String name) {
    Map<String, String> pairs = new HashMap<>();
    for (String line : lines(name)) {
      int equals = line.indexOf('=');
      for (String variant : line.substring(0, equals).split(",")) {
        pairs.put(variant.strip(), line.substring(equals + 1).strip());
      }
    }
    return pairs;
  }
}
