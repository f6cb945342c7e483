package org.hearth.lambda.notifying;

import org.hearth.forum.notifying.Alerts;
import software.amazon.awssdk.services.sns.SnsClient;

/** Alerts as messages on two topics, to which people subscribe with their mail or phone. */
public final class SnsAlerts implements Alerts {
  private final SnsClient sns;
  private final String moderatorsTopic;
  private final String leadTopic;

  public SnsAlerts(SnsClient sns, String moderatorsTopic, String leadTopic) {
    this.sns = sns;
    this.moderatorsTopic = moderatorsTopic;
    this.leadTopic = leadTopic;
  }

  @Override
  public void toModerators(String subject, String message) {
    sns.publish(publish -> publish.topicArn(moderatorsTopic).subject(subject).message(message));
  }

  @Override
  public void toLead(String subject, String message) {
    sns.publish(publish -> publish.topicArn(leadTopic).subject(subject).message(message));
  }
}
