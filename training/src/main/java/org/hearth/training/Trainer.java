package org.hearth.training;

import java.util.List;
import java.util.Random;
import org.hearth.forum.screening.Evidence;
import org.hearth.forum.screening.LinearModel;
import org.hearth.forum.screening.LinearModel.Question;
import org.hearth.forum.screening.SafeguardingLevel;
import org.hearth.forum.screening.Submission;

/**
 * Fits the linear model: a logistic regression for each question by AdaGrad, one post at a time, in an order that a fixed seed
 * decides, on one thread. All arithmetic is exact in Java's sense, so every machine makes the same bytes.
 */
final class Trainer {
  private static final long SEED = 20240607;

  /**
   * @param rounds how often every post is looked at
   * @param rate how far a weight moves at first
   * @param decay how strongly weights are drawn to zero
   * @param most how many times a post with the answer yes may count, where such posts are rare
   */
  record Settings(int rounds, float rate, float decay, float most) {
    static final Settings STANDARD = new Settings(14, 0.03f, 4e-3f, 2);
  }

  private Trainer() {}

  record Example(Evidence evidence, boolean[] known, boolean[] yes) {}

  static LinearModel fit(List<Corpus.Post> posts) {
    return fitExamples(posts.stream().map(Trainer::example).toList(), Settings.STANDARD);
  }

  static LinearModel fitExamples(List<Example> examples, Settings settings) {
    float[][] weights = new float[Question.values().length][];
    float[] biases = new float[weights.length];
    for (Question question : Question.values()) {
      fit(examples, question.ordinal(), settings, weights, biases);
    }
    return LinearModel.of(weights, biases);
  }

  static Example example(Corpus.Post post) {
    int questions = Question.values().length;
    Example example = new Example(Evidence.of(Submission.of(post.text())), new boolean[questions], new boolean[questions]);
    if (post.crisis() != null) {
      answer(example, Question.AT_RISK, post.crisis().compareTo(SafeguardingLevel.CONCERNING) >= 0);
      answer(example, Question.IMMINENT, post.crisis() == SafeguardingLevel.IMMINENT);
      answer(example, Question.HISTORIC, post.crisis() == SafeguardingLevel.LOW_HISTORIC);
    }
    if (post.spam() != null) {
      answer(example, Question.SPAM, post.spam());
    }
    if (post.abuse() != null) {
      answer(example, Question.ABUSE, post.abuse());
    }
    return example;
  }

  private static void answer(Example example, Question question, boolean yes) {
    example.known()[question.ordinal()] = true;
    example.yes()[question.ordinal()] = yes;
  }

  private static void fit(List<Example> all, int q, Settings settings, float[][] weights, float[] biases) {
    List<Example> examples = all.stream().filter(e -> e.known()[q]).toList();
    long yes = examples.stream().filter(e -> e.yes()[q]).count();
    float weightOfYes = yes == 0 ? 1 : Math.min(settings.most(), (float) (examples.size() - yes) / yes);
    float[] w = new float[Evidence.BUCKETS];
    float[] squares = new float[Evidence.BUCKETS];
    double bias = 0;
    double biasSquares = 1;
    Random random = new Random(SEED);
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 0; round < settings.rounds(); round++) {
      shuffle(order, random);
      for (int index : order) {
        Example example = examples.get(index);
        Evidence evidence = example.evidence();
        double z = bias;
        for (int i = 0; i < evidence.size(); i++) {
          z += w[evidence.bucket(i)] * evidence.value(i);
        }
        double p = 1 / (1 + StrictMath.exp(-z));
        float error = (float) ((example.yes()[q] ? 1 - p : -p) * (example.yes()[q] ? weightOfYes : 1));
        for (int i = 0; i < evidence.size(); i++) {
          int b = evidence.bucket(i);
          float gradient = error * evidence.value(i) - settings.decay() * w[b];
          squares[b] += gradient * gradient;
          w[b] += settings.rate() * gradient / (float) Math.sqrt(squares[b] + 1e-4f);
        }
        biasSquares += (double) error * error;
        bias += settings.rate() * error / Math.sqrt(biasSquares);
      }
    }
    weights[q] = w;
    biases[q] = (float) bias;
  }

  private static void shuffle(int[] order, Random random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
  }
}
