package org.hearth.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rebuilds the screening's weights and its list of known words from the corpus: {@code bin/train}. */
final class Train {
  private static final Pattern WORD = Pattern.compile("[a-z]{2,14}");
  private static final int SEEN = 3;

  private Train() {}

  /** Arguments: the corpus' folder, the folder of the screening's resources, "words" or "weights". */
  public static void main(String[] args) throws IOException {
    List<Corpus.Post> posts = Corpus.read(Path.of(args[0])).stream().filter(post -> !post.heldBack()).toList();
    Path resources = Path.of(args[1]);
    if (args[2].equals("words")) {
      Files.writeString(resources.resolve("words.txt"), words(posts));
    } else {
      byte[] weights = Trainer.fit(posts).bytes();
      Files.write(resources.resolve("weights.bin"), weights);
      System.out.println(posts.size() + " posts, " + weights.length + " bytes of weights");
    }
  }

  /** The words that the corpus uses often enough to be words: what Spelling takes as known. */
  static String words(List<Corpus.Post> posts) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Corpus.Post post : posts) {
      TreeSet<String> here = new TreeSet<>();
      Matcher word = WORD.matcher(post.text().toLowerCase(java.util.Locale.ROOT).replace("'", "").replace("’", ""));
      while (word.find()) {
        here.add(word.group());
      }
      here.forEach(w -> counts.merge(w, 1, Integer::sum));
    }
    StringBuilder out = new StringBuilder("## Words that at least three posts of training/corpus use; made by bin/train.\n");
    counts.forEach((w, count) -> {
      if (count >= SEEN) {
        out.append(w).append('\n');
      }
    });
    return out.toString();
  }
}
