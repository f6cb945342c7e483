package org.hearth.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hearth.forum.screening.Family;
import org.hearth.forum.screening.Finding;
import org.hearth.forum.screening.Grade;
import org.hearth.forum.screening.Screening;
import org.hearth.forum.screening.Submission;
import org.hearth.forum.screening.Verdict;

/** Screens posts from standard input, one JSON object a line with {@code id} and {@code text}: {@code bin/screen}. */
final class Screen {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
  /** As a function does before its snapshot is taken: the first posts would be timed with the compiler's work. */
  private static final int PRIMING = 400;

  private Screen() {}

  /** No arguments. A line that is no such object ends the program with its number. */
  public static void main(String[] args) throws IOException {
    Screening screening = Screening.standard();
    for (int i = 0; i < PRIMING; i++) {
      screening.of(Submission.of("I can't sleep, I want to talk to someone about number " + i + ". Write to me at jo@example.org!"));
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      number++;
      if (!line.isBlank()) {
        JsonNode post = JSON.readTree(line);
        if (!post.path("id").isTextual() || !post.path("text").isTextual()) {
          System.err.println("Line " + number + " needs a text id and a text.");
          System.exit(1);
        }
        out.println(prediction(screening, post));
      }
    }
    out.flush();
  }

  private static ObjectNode prediction(Screening screening, JsonNode post) {
    long before = CLOCK.getCurrentThreadCpuTime();
    Verdict verdict = screening.of(Submission.of(post.get("text").textValue()));
    long micros = (CLOCK.getCurrentThreadCpuTime() - before) / 1000;
    ObjectNode json = JSON.createObjectNode();
    json.put("id", post.get("id").textValue());
    json.putObject("crisis").put("level", verdict.level().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("score", verdict.scores().safeguarding());
    json.putObject("spam").put("flag", held(verdict, Family.SPAM)).put("score", verdict.scores().spam());
    json.putObject("abuse").put("flag", held(verdict, Family.ABUSE)).put("score", verdict.scores().abuse());
    ArrayNode personal = json.putArray("pii");
    ArrayNode reasons = json.putArray("reasons");
    for (Finding finding : verdict.findings()) {
      if (finding.family() == Family.PERSONAL_DATA) {
        personal.addObject().put("type", finding.rule().substring("personal-data.".length()).replace('-', '_'))
            .put("start", finding.start()).put("end", finding.end());
      }
      reasons.addObject().put("task", task(finding.family())).put("rule", finding.rule()).put("start", finding.start())
          .put("end", finding.end()).put("reason", finding.reason());
    }
    json.put("held", verdict.grade() != Grade.GREEN).put("check_failed", verdict.checkFailed()).put("cpu_micros", micros);
    return json;
  }

  private static boolean held(Verdict verdict, Family family) {
    return verdict.findings().stream().anyMatch(f -> f.family() == family && f.grade() != Grade.GREEN);
  }

  private static String task(Family family) {
    return switch (family) {
      case SAFEGUARDING -> "crisis";
      case SPAM -> "spam";
      case PERSONAL_DATA -> "pii";
      case ABUSE -> "abuse";
      case CHECK_FAILED -> "check_failed";
    };
  }
}
