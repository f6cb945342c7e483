package org.hearth.lambda.notifying;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.forum.notifying.Alerts;
import org.hearth.lambda.calls.SignedCalls;

/** Alerts as messages on two topics, to which people subscribe with their mail or phone. */
public final class SnsAlerts implements Alerts {
  private static final Map<String, String> AS_A_FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

  private final SignedCalls calls;
  private final String moderatorsTopic;
  private final String leadTopic;

  public SnsAlerts(SignedCalls calls, String moderatorsTopic, String leadTopic) {
    this.calls = calls;
    this.moderatorsTopic = moderatorsTopic;
    this.leadTopic = leadTopic;
  }

  @Override
  public void toModerators(String subject, String message) {
    publish(moderatorsTopic, subject, message);
  }

  @Override
  public void toLead(String subject, String message) {
    publish(leadTopic, subject, message);
  }

  private void publish(String topic, String subject, String message) {
    var form = new LinkedHashMap<>(Map.of("Action", "Publish", "Version", "2010-03-31"));
    form.put("TopicArn", topic);
    form.put("Subject", subject);
    form.put("Message", message);
    var answer = calls.post("sns", AS_A_FORM, form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&")));
    if (answer.status() != 200) {
      throw new IllegalStateException("SNS answered " + answer.status());
    }
  }
}
