package org.hearth.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Rebuilds the screening's list of known words and its weights from the corpus: {@code bin/train}. */
final class Train {
  static final String MANIFEST = "MANIFEST";

  private static final Pattern WORD = Pattern.compile("[a-z]{2,14}");
  private static final int SEEN = 3;

  private Train() {}

  /**
   * Arguments: "words" or "weights", the corpus' folder, the folder of the screening's resources. "words" reads every file of the
   * corpus and notes them in its MANIFEST; "weights", which must be a program of its own because it reads the words, those noted.
   */
  public static void main(String[] args) throws IOException {
    Path corpus = Path.of(args[1]);
    Path resources = Path.of(args[2]);
    if (args[0].equals("words")) {
      Files.writeString(corpus.resolve(MANIFEST), manifest(corpus));
      Files.writeString(resources.resolve("words.txt"), words(trainingPosts(corpus)));
    } else {
      List<Corpus.Post> posts = trainingPosts(corpus);
      byte[] weights = Trainer.fit(posts).bytes();
      Files.write(resources.resolve("weights.bin"), weights);
      System.out.println(posts.size() + " posts, " + weights.length + " bytes of weights");
    }
  }

  /** The posts of the files that the manifest names, but for those held back; a file that has changed since is refused. */
  static List<Corpus.Post> trainingPosts(Path corpus) throws IOException {
    List<Path> files = Files.readAllLines(corpus.resolve(MANIFEST)).stream().map(line -> {
      String[] parts = line.split("  ");
      Path file = corpus.resolve(parts[1]);
      if (!sum(file).equals(parts[0])) {
        throw new IllegalStateException(file + " has changed since bin/train last ran");
      }
      return file;
    }).toList();
    return Corpus.read(files).stream().filter(post -> !post.heldBack()).toList();
  }

  private static String manifest(Path corpus) throws IOException {
    StringBuilder manifest = new StringBuilder();
    try (var files = Files.list(corpus)) {
      files.filter(file -> file.toString().endsWith(".jsonl")).sorted()
          .forEach(file -> manifest.append(sum(file)).append("  ").append(file.getFileName()).append('\n'));
    }
    return manifest.toString();
  }

  private static String sum(Path file) {
    try {
      return HexFormat.of().formatHex(Corpus.sha256(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words that the corpus uses often enough to be words: what Spelling takes as known. */
  static String words(List<Corpus.Post> posts) {
    TreeMap<String, Integer> counts = new TreeMap<>();
    for (Corpus.Post post : posts) {
      TreeSet<String> here = new TreeSet<>();
      Matcher word = WORD.matcher(post.text().toLowerCase(Locale.ROOT).replace("'", "").replace("’", ""));
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
