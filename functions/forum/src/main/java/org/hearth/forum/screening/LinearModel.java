package org.hearth.forum.screening;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A logistic regression for each question, with weights of one byte. The file has, for each question, the scale of its
 * weights, the bias, and the weights that are not zero, each as the distance from the one before (seven bits a byte, least
 * first) and its value.
 */
public final class LinearModel {
  /** Smaller weights are left out: they change nothing that shows, and would be half of the file. */
  private static final int LEAST = 5;

  private static final int MAGIC = 0x48525448;

  private final float[] scales = new float[Question.values().length];
  private final float[] biases = new float[Question.values().length];
  private final byte[][] weights = new byte[Question.values().length][Evidence.BUCKETS];

  /** What the model answers, each with a probability. */
  public enum Question { AT_RISK, IMMINENT, HISTORIC, SPAM, ABUSE }

  private LinearModel() {}

  static LinearModel standard() {
    return Standard.MODEL;
  }

  /** A model of these weights ({@code [question][bucket]}) and biases, rounded to what the file can hold. */
  public static LinearModel of(float[][] exact, float[] biases) {
    LinearModel model = new LinearModel();
    for (Question question : Question.values()) {
      int q = question.ordinal();
      float most = 0;
      for (float weight : exact[q]) {
        most = Math.max(most, Math.abs(weight));
      }
      model.scales[q] = most == 0 ? 1 : most / 127;
      model.biases[q] = biases[q];
      for (int i = 0; i < Evidence.BUCKETS; i++) {
        int rounded = Math.round(exact[q][i] / model.scales[q]);
        model.weights[q][i] = (byte) (Math.abs(rounded) < LEAST ? 0 : rounded);
      }
    }
    return model;
  }

  /** The log-odds of the answer yes. */
  public double logit(Question question, Evidence evidence) {
    byte[] of = weights[question.ordinal()];
    double sum = 0;
    for (int i = 0; i < evidence.size(); i++) {
      sum += of[evidence.bucket(i)] * evidence.value(i);
    }
    return sum * scales[question.ordinal()] + biases[question.ordinal()];
  }

  /** The probability of the answer yes. */
  public double probability(Question question, Evidence evidence) {
    return 1 / (1 + StrictMath.exp(-logit(question, evidence)));
  }

  /** How much one piece of evidence adds to the log-odds. */
  double share(Question question, Evidence evidence, int piece) {
    return weights[question.ordinal()][evidence.bucket(piece)] * evidence.value(piece) * scales[question.ordinal()];
  }

  /** The file's bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      for (Question question : Question.values()) {
        int q = question.ordinal();
        out.writeFloat(scales[q]);
        out.writeFloat(biases[q]);
        int last = -1;
        for (int i = 0; i < Evidence.BUCKETS; i++) {
          if (weights[q][i] != 0) {
            writeDistance(out, i - last);
            out.writeByte(weights[q][i]);
            last = i;
          }
        }
        writeDistance(out, 0);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void writeDistance(DataOutputStream out, int distance) throws IOException {
    int rest = distance;
    while (rest >= 0x80) {
      out.writeByte(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    out.writeByte(rest);
  }

  /** Reads a file's bytes; throws {@link IllegalStateException} if they are none. */
  public static LinearModel read(byte[] bytes) {
    LinearModel model = new LinearModel();
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (in.readInt() != MAGIC) {
        throw new IllegalStateException("The screening's weights are not a weights file");
      }
      for (Question question : Question.values()) {
        int q = question.ordinal();
        model.scales[q] = in.readFloat();
        model.biases[q] = in.readFloat();
        int at = -1;
        for (int distance = readDistance(in); distance != 0; distance = readDistance(in)) {
          at += distance;
          model.weights[q][at] = in.readByte();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("The screening's weights are cut short", e);
    }
    return model;
  }

  private static final class Standard {
    static final LinearModel MODEL = read(Resources.bytes("weights.bin"));
  }

  private static int readDistance(DataInputStream in) throws IOException {
    int distance = 0;
    for (int shift = 0; ; shift += 7) {
      int part = in.readUnsignedByte();
      distance |= (part & 0x7F) << shift;
      if (part < 0x80) {
        return distance;
      }
    }
  }
}
