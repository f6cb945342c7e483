package org.hearth.training;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.SpoofChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes {@code confusables.txt}, the table behind {@link org.hearth.forum.text.Lookalikes}, from ICU's confusables data, so that the
 * forum carries a few kilobytes instead of ICU. Listed are characters that survive NFKC, case folding and decomposition, for whoever
 * looks up does those first; and capitals that look like a Latin capital other than the one their small letter looks like.
 */
final class SkeletonTable {
  private SkeletonTable() {}

  /** Writes the table to the file named by the first argument. */
  public static void main(String[] args) throws IOException {
    Files.writeString(Path.of(args[0]), table());
  }

  private static boolean looksLikeAnotherCapital(String one, String like, SpoofChecker checker, Normalizer2 fold) {
    return one.codePointAt(0) > 0x7F && like.matches("[A-Z]") && !checker.getSkeleton(fold.normalize(one)).equals(checker.getSkeleton(fold.normalize(like)));
  }

  /** One line for each target: the characters that look like it, a tab, the target. */
  static String table() {
    SpoofChecker checker = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    Normalizer2 fold = Normalizer2.getNFKCCasefoldInstance();
    Normalizer2 decompose = Normalizer2.getNFDInstance();
    Map<String, StringBuilder> lookalikes = new TreeMap<>();
    for (int c = 0x20; c <= 0x10FFFF; c++) {
      String one = Character.toString(c);
      if (!UCharacter.isDefined(c) || c >= 0xD800 && c <= 0xDFFF || !decompose.normalize(one).equals(one)) {
        continue;
      }
      String like = checker.getSkeleton(one);
      if (!fold.normalize(one).equals(one) && !looksLikeAnotherCapital(one, like, checker, fold)) {
        continue;
      }
      if (!like.equals(one) && like.codePoints().noneMatch(Character::isISOControl)) {
        lookalikes.computeIfAbsent(like, key -> new StringBuilder()).append(one);
      }
    }
    StringBuilder out = new StringBuilder("""
        ## Derived from the Unicode Consortium's confusables data by way of ICU4J (Unicode License v3; see NOTICE).
        ## Made by org.hearth.training.SkeletonTable; do not edit. Characters, a tab, what they look like.
        """);
    lookalikes.forEach((like, characters) -> out.append(characters).append('\t').append(like).append('\n'));
    return out.toString();
  }
}
