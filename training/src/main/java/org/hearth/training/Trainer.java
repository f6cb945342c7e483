package org.hearth.training;

import java.util.ArrayList;
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
  private static final int ROUNDS = 12;
  private static final float RATE = 0.12f;
  /** How strongly weights are drawn to zero. */
  private static final float DECAY = 4e-4f;
  private static final long SEED = 20240607;

  private Trainer() {}

  private record Example(Evidence evidence, boolean[] known, boolean[] yes) {}

  static LinearModel fit(List<Corpus.Post> posts) {
    List<Example> examples = new ArrayList<>();
    for (Corpus.Post post : posts) {
      examples.add(example(post));
    }
    float[][] weights = new float[Question.values().length][];
    float[] biases = new float[weights.length];
    for (Question question : Question.values()) {
      fit(examples, question.ordinal(), weights, biases);
    }
    return LinearModel.of(weights, biases);
  }

  private static Example example(Corpus.Post post) {
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

  private static void fit(List<Example> all, int q, float[][] weights, float[] biases) {
    List<Example> examples = all.stream().filter(e -> e.known()[q]).toList();
    long yes = examples.stream().filter(e -> e.yes()[q]).count();
    float weightOfYes = yes == 0 ? 1 : Math.min(6, (float) (examples.size() - yes) / yes);
    float[] w = new float[Evidence.BUCKETS];
    float[] squares = new float[Evidence.BUCKETS];
    double bias = 0;
    double biasSquares = 1;
    Random random = new Random(SEED);
    int[] order = new int[examples.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    for (int round = 0; round < ROUNDS; round++) {
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
          float gradient = error * evidence.value(i) - DECAY * w[b];
          squares[b] += gradient * gradient;
          w[b] += RATE * gradient / (float) Math.sqrt(squares[b] + 1e-4f);
        }
        biasSquares += (double) error * error;
        bias += RATE * error / Math.sqrt(biasSquares);
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
