package org.hearth.forum.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Tells whether two texts look the same, after Unicode Technical Standard 39 ("Unicode Security Mechanisms"), section 4.
 */
public final class Skeleton {
  private Skeleton() {}

  /**
   * The skeleton of the NFKC case-folded text: two texts with equal skeletons look alike. It is for comparing only, never for
   * showing. Characters that are not seen (zero-width, directional) are left out; a lone surrogate stays as it is. Beyond the
   * standard, i, l, 1 and the vertical bar all count as the same letter, because names are compared without case.
   */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 8);
    decompose(fold(fold(asLatinCapitals(text)))).codePoints().filter(c -> !Lookalikes.unseen(c)).forEach(c -> out.append(Lookalikes.of(c)));
    return decompose(fold(out.toString())).replace('i', 'l').replace('ı', 'l');
  }

  // Н looks like H, although н does not look like h: capitals are compared as they stand.
  private static String asLatinCapitals(String text) {
    if (text.codePoints().noneMatch(Skeleton::foreignCapital)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> {
      if (foreignCapital(c)) {
        out.append(Lookalikes.of(c));
      } else {
        out.appendCodePoint(c);
      }
    });
    return out.toString();
  }

  private static boolean foreignCapital(int c) {
    return c > 0x7F && Character.isUpperCase(c);
  }

  private static String decompose(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  private static String fold(String text) {
    return Normalizer.normalize(
        Normalizer.normalize(text, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
  }
}
