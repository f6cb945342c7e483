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
 * decides, on one thread; the weights are the mean of those after each of the later rounds, so that a few more posts don't move
 * them much. All arithmetic is exact in Java's sense, so every machine makes the same bytes.
 */
final class Trainer {
  private static final long SEED = 20240607;

  /** A post at risk that has no word of risk looks like any other to this model: it counts less, or all sad words become alarms. */
  private static final float VEILED = 0.3f;

  /** A sentence of a harmless post is harmless too: so the model meets short texts. */
  private static final float SENTENCE = 0.3f;

  /**
   * How a question is learnt. Spam and abuse are drawn to zero more strongly: what they look like varies most from place to place.
   *
   * @param rounds how often every post is looked at
   * @param rate how far a weight moves at first
   * @param decay how strongly weights are drawn to zero
   * @param most how many times a post with the answer yes may count, where such posts are rare
   */
  record Settings(int rounds, float rate, float decay, float most) {
    static Settings of(Question question) {
      return switch (question) {
        case AT_RISK, IMMINENT, HISTORIC -> new Settings(14, 0.06f, 4e-3f, 2);
        case SPAM, ABUSE -> new Settings(14, 0.2f, 4e-2f, 1.5f);
      };
    }
  }

  /** What is known of a post, by question: whether it has an answer, whether that is yes, and how much it counts. */
  record Example(Evidence evidence, boolean[] known, boolean[] yes, float[] weight) {}

  private Trainer() {}

  static LinearModel fit(List<Corpus.Post> posts) {
    List<Example> examples = new ArrayList<>();
    for (Corpus.Post post : posts) {
      examples.add(example(post));
    }
    for (Corpus.Post post : posts) {
      examples.addAll(sentences(post));
    }
    float[][] weights = new float[Question.values().length][];
    float[] biases = new float[weights.length];
    for (Question question : Question.values()) {
      fit(examples, question.ordinal(), Settings.of(question), weights, biases);
    }
    return LinearModel.of(weights, biases);
  }

  private static Example example(Corpus.Post post) {
    Example example = none(Evidence.of(Submission.of(post.text())));
    if (post.crisis() != null) {
      boolean atRisk = post.crisis().compareTo(SafeguardingLevel.CONCERNING) >= 0;
      float weight = atRisk && !example.evidence().hasSafeguardingRule() ? VEILED : 1;
      answer(example, Question.AT_RISK, atRisk, weight);
      answer(example, Question.IMMINENT, post.crisis() == SafeguardingLevel.IMMINENT, weight);
      answer(example, Question.HISTORIC, post.crisis() == SafeguardingLevel.LOW_HISTORIC, 1);
    }
    if (post.spam() != null) {
      answer(example, Question.SPAM, post.spam(), 1);
    }
    if (post.abuse() != null) {
      answer(example, Question.ABUSE, post.abuse(), 1);
    }
    return example;
  }

  private static List<Example> sentences(Corpus.Post post) {
    List<Example> sentences = new ArrayList<>();
    if (post.crisis() == SafeguardingLevel.NONE && Boolean.FALSE.equals(post.spam()) && Boolean.FALSE.equals(post.abuse())) {
      for (Evidence evidence : Evidence.ofSentences(Submission.of(post.text()))) {
        Example example = none(evidence);
        answer(example, Question.SPAM, false, SENTENCE);
        answer(example, Question.ABUSE, false, SENTENCE);
        sentences.add(example);
      }
    }
    return sentences;
  }

  private static Example none(Evidence evidence) {
    int questions = Question.values().length;
    return new Example(evidence, new boolean[questions], new boolean[questions], new float[questions]);
  }

  private static void answer(Example example, Question question, boolean yes, float weight) {
    example.known()[question.ordinal()] = true;
    example.yes()[question.ordinal()] = yes;
    example.weight()[question.ordinal()] = weight;
  }

  private static void fit(List<Example> all, int q, Settings settings, float[][] weights, float[] biases) {
    List<Example> examples = all.stream().filter(e -> e.known()[q]).toList();
    long yes = examples.stream().filter(e -> e.yes()[q]).count();
    float weightOfYes = yes == 0 ? 1 : Math.min(settings.most(), (float) (examples.size() - yes) / yes);
    float[] w = new float[Evidence.BUCKETS];
    float[] squares = new float[Evidence.BUCKETS];
    double bias = 0;
    double biasSquares = 1;
    float[] sum = new float[Evidence.BUCKETS];
    double biasSum = 0;
    int averaged = 0;
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
        float counts = example.weight()[q] * (example.yes()[q] ? weightOfYes : 1);
        float error = (float) (example.yes()[q] ? 1 - p : -p) * counts;
        for (int i = 0; i < evidence.size(); i++) {
          int b = evidence.bucket(i);
          float gradient = error * evidence.value(i) - settings.decay() * w[b];
          squares[b] += gradient * gradient;
          w[b] += settings.rate() * gradient / (float) Math.sqrt(squares[b] + 1e-4f);
        }
        biasSquares += (double) error * error;
        bias += settings.rate() * error / Math.sqrt(biasSquares);
      }
      if (round >= settings.rounds() / 2) {
        for (int i = 0; i < w.length; i++) {
          sum[i] += w[i];
        }
        biasSum += bias;
        averaged++;
      }
    }
    for (int i = 0; i < w.length; i++) {
      w[i] = sum[i] / averaged;
    }
    weights[q] = w;
    biases[q] = (float) (biasSum / averaged);
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
