package org.hearth.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.hearth.forum.screening.Family;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import org.hearth.forum.screening.SafeguardingLevel;
import org.hearth.forum.screening.Screening;
import org.hearth.forum.screening.Submission;
import org.hearth.forum.screening.Verdict;

/** Measures the screening on labelled posts: {@code bin/evaluate}. */
final class Evaluate {
  /** What a moderators' team of a small charity sees in a day. */
  private static final int POSTS_A_DAY = 300;

  private final List<Screened> posts;
  private final StringBuilder out = new StringBuilder();

  record Screened(Corpus.Post post, Verdict verdict) {
    boolean flagged(Family family) {
      return verdict.findings().stream().anyMatch(f -> f.family() == family && f.grade() != Grade.GREEN);
    }

    boolean seen() {
      return verdict.level().compareTo(SafeguardingLevel.CONCERNING) >= 0;
    }

    boolean atRisk() {
      return post.crisis().compareTo(SafeguardingLevel.CONCERNING) >= 0;
    }
  }

  private Evaluate(List<Screened> posts) {
    this.posts = posts;
  }

  /** Arguments: the corpus' folder; files in its format, else its held-back part is used; --out and a folder for the curves. */
  public static void main(String[] args) throws IOException {
    List<Path> files = new ArrayList<>();
    Path folder = null;
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("--out") && i + 1 < args.length) {
        folder = Files.createDirectories(Path.of(args[++i]));
      } else {
        files.add(Path.of(args[i]));
      }
    }
    List<Corpus.Post> posts = files.isEmpty()
        ? Corpus.read(Path.of(args[0])).stream().filter(Corpus.Post::heldBack).toList() : Corpus.read(files);
    Evaluate evaluate = new Evaluate(screened(posts));
    System.out.print(evaluate.report());
    if (folder != null) {
      evaluate.curves(folder);
    }
  }

  static List<Screened> screened(List<Corpus.Post> posts) {
    return posts.stream().map(post -> new Screened(post, Screening.standard().of(Submission.of(post.text())))).toList();
  }

  static String report(List<Screened> posts) {
    return new Evaluate(posts).report();
  }

  private String report() {
    out.append(posts.size()).append(" posts\n\n");
    List<Screened> labelled = where(s -> s.post().crisis() != null);
    family("people at risk", labelled, Screened::atRisk, Screened::seen);
    family("imminent: paged", labelled, s -> s.post().crisis() == SafeguardingLevel.IMMINENT,
        s -> s.verdict().level() == SafeguardingLevel.IMMINENT);
    family("spam", where(s -> s.post().spam() != null), s -> s.post().spam(), s -> s.flagged(Family.SPAM));
    family("abuse", where(s -> s.post().abuse() != null), s -> s.post().abuse(), s -> s.flagged(Family.ABUSE));
    List<Screened> marked = where(s -> s.post().file().startsWith("personal-data"));
    family("personal data", marked, s -> !s.post().personalData().isEmpty(), s -> s.flagged(Family.PERSONAL_DATA));
    grades(labelled);
    cost(labelled);
    slices(labelled);
    rules();
    missed(labelled);
    return out.toString();
  }

  private List<Screened> where(Predicate<Screened> which) {
    return posts.stream().filter(which).toList();
  }

  private void family(String name, List<Screened> of, Predicate<Screened> is, Predicate<Screened> flagged) {
    long right = of.stream().filter(is.and(flagged)).count();
    long flags = of.stream().filter(flagged).count();
    long all = of.stream().filter(is).count();
    double precision = flags == 0 ? 0 : (double) right / flags;
    double recall = all == 0 ? 0 : (double) right / all;
    double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    out.append(String.format(Locale.ROOT, "%-16s precision %.3f  recall %.3f  F1 %.3f  (%d of %d found, %d false alarms, %d posts)%n",
        name, precision, recall, f1, right, all, flags - right, of.size()));
  }

  private void grades(List<Screened> of) {
    out.append("\ngrades: rows are the label, columns what the screening says (none, low-historic, concerning, imminent)\n");
    for (SafeguardingLevel label : SafeguardingLevel.values()) {
      out.append(String.format(Locale.ROOT, "  %-13s", label.name().toLowerCase(Locale.ROOT).replace('_', '-')));
      for (SafeguardingLevel said : SafeguardingLevel.values()) {
        out.append(String.format(Locale.ROOT, "%6d",
            of.stream().filter(s -> s.post().crisis() == label && s.verdict().level() == said).count()));
      }
      out.append('\n');
    }
  }

  private void cost(List<Screened> of) {
    long safe = of.stream().filter(s -> !s.atRisk()).count();
    long alarms = of.stream().filter(s -> !s.atRisk() && s.seen()).count();
    if (safe > 0) {
      out.append(String.format(Locale.ROOT, "%nFalse safeguarding alarms a day at %d posts that are like these: %.0f%n", POSTS_A_DAY,
          (double) POSTS_A_DAY * alarms / safe));
    }
  }

  private void slices(List<Screened> of) {
    Map<String, List<Screened>> byTag = new TreeMap<>();
    for (Screened screened : of) {
      for (String tag : screened.post().tags()) {
        byTag.computeIfAbsent(tag, key -> new ArrayList<>()).add(screened);
      }
    }
    out.append("\ntags: people at risk seen, of all | others flagged, of all\n");
    byTag.forEach((tag, list) -> out.append(String.format(Locale.ROOT, "  %-34s %4d /%4d |%4d /%4d%n", tag,
        list.stream().filter(s -> s.atRisk() && s.seen()).count(), list.stream().filter(Screened::atRisk).count(),
        list.stream().filter(s -> !s.atRisk() && s.seen()).count(), list.stream().filter(s -> !s.atRisk()).count())));
  }

  private void rules() {
    Map<String, int[]> hits = new TreeMap<>();
    for (Screened screened : posts) {
      screened.verdict().findings().stream().filter(f -> f.grade() != Grade.GREEN).map(Finding::rule).distinct().forEach(rule -> {
        Boolean right = right(screened, rule);
        if (right != null) {
          hits.computeIfAbsent(rule, key -> new int[2])[right ? 0 : 1]++;
        }
      });
    }
    out.append("\nrules: posts, right, wrong (a rule that is not here never found anything)\n");
    hits.forEach((rule, n) -> out.append(String.format(Locale.ROOT, "  %-40s %4d %4d %4d%n", rule, n[0] + n[1], n[0], n[1])));
  }

  private static Boolean right(Screened screened, String rule) {
    Corpus.Post post = screened.post();
    return switch (rule.substring(0, rule.indexOf('.'))) {
      case "safeguarding" -> post.crisis() == null ? null : screened.atRisk();
      case "spam" -> post.spam();
      case "abuse" -> post.abuse();
      case "personal-data" -> !post.personalData().isEmpty();
      default -> null;
    };
  }

  private void missed(List<Screened> of) {
    out.append("\npeople at risk who were missed\n");
    of.stream().filter(s -> s.atRisk() && !s.seen()).sorted(Comparator.comparingDouble(s -> -s.verdict().scores().safeguarding()))
        .forEach(s -> out.append(String.format(Locale.ROOT, "  %.2f %-10s %s%n", s.verdict().scores().safeguarding(),
            s.post().crisis().name().toLowerCase(Locale.ROOT), s.post().text().replace('\n', ' '))));
  }

  private void curves(Path folder) throws IOException {
    curve(folder, "safeguarding", where(s -> s.post().crisis() != null), Screened::atRisk, s -> s.verdict().scores().safeguarding());
    curve(folder, "spam", where(s -> s.post().spam() != null), s -> s.post().spam(), s -> s.verdict().scores().spam());
    curve(folder, "abuse", where(s -> s.post().abuse() != null), s -> s.post().abuse(), s -> s.verdict().scores().abuse());
  }

  private static void curve(Path folder, String name, List<Screened> of, Predicate<Screened> is, ToDoubleFunction<Screened> score)
      throws IOException {
    List<Screened> sorted = of.stream().sorted(Comparator.comparingDouble(s -> -score.applyAsDouble(s))).toList();
    long all = of.stream().filter(is).count();
    StringBuilder line = new StringBuilder();
    int right = 0;
    for (int i = 0; i < sorted.size() && all > 0; i++) {
      right += is.test(sorted.get(i)) ? 1 : 0;
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", 40 + 400.0 * right / all, 440 - 400.0 * right / (i + 1)));
    }
    Files.writeString(folder.resolve(name + ".svg"), """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" role="img" aria-label="Precision and recall: %s">
        <rect width="480" height="480" fill="#fffdf8"/><path d="M40 40V440H440" fill="none" stroke="#333"/>
        <text x="240" y="470" text-anchor="middle" font-family="sans-serif" font-size="14">recall, 0 to 1</text>
        <text x="16" y="240" text-anchor="middle" font-family="sans-serif" font-size="14" transform="rotate(-90 16 240)">precision, 0 to 1</text>
        <text x="240" y="24" text-anchor="middle" font-family="sans-serif" font-size="16">%s</text>
        <polyline points="%s" fill="none" stroke="#b5451b" stroke-width="2"/></svg>
        """.formatted(name, name, line.toString().strip()));
  }
}
