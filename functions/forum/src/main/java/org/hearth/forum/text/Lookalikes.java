package org.hearth.forum.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What single characters look like, from the Unicode Consortium's confusables data (Unicode Technical Standard 39). */
public final class Lookalikes {
  private static final Map<Integer, String> LOOKS_LIKE = load();

  private Lookalikes() {}

  /** What the character looks like, in NFD; the character itself when the data has nothing to say of it. */
  public static String of(int codePoint) {
    String like = LOOKS_LIKE.get(codePoint);
    return like == null ? Character.toString(codePoint) : like;
  }

  /** True for characters that leave no mark on the page: zero-width, directional, variation selectors, fillers. */
  public static boolean unseen(int codePoint) {
    return Character.getType(codePoint) == Character.FORMAT
        || codePoint >= 0xFE00 && codePoint <= 0xFE0F || codePoint >= 0xE0100 && codePoint <= 0xE01EF
        || codePoint == 0x034F || codePoint == 0x115F || codePoint == 0x1160 || codePoint == 0x3164 || codePoint == 0xFFA0;
  }

  private static Map<Integer, String> load() {
    Map<Integer, String> table = new HashMap<>(8192);
    try (var in = new BufferedReader(new InputStreamReader(
        Lookalikes.class.getResourceAsStream("confusables.txt"), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("##")) {
          int tab = line.indexOf('\t');
          String like = line.substring(tab + 1);
          line.substring(0, tab).codePoints().forEach(c -> table.put(c, like));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table;
  }
}
