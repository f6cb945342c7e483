package org.hearth.forum.moderation;

import java.util.Arrays;
import java.util.Optional;

/** The community's rules, one of which every decision names. */
public enum Rule {
  BE_KIND("be-kind", "Be kind. Disagree with what is said, never attack the person."),
  NO_METHODS("no-methods", "No details of how people harm themselves."),
  NO_PERSONAL_DATA("no-personal-data", "Nothing that tells who or where somebody is: yourself or others."),
  NO_SELLING("no-selling", "No selling, no advertising, no fundraising that was not agreed."),
  NO_MEDICAL_INSTRUCTION("no-medical-instruction", "Share what happened to you; do not tell others what to take or to stop taking."),
  ON_TOPIC("on-topic", "Stay with what the group is for."),
  SAFEGUARDING("safeguarding", "When somebody may be in danger, a person looks, whatever else is true.");

  private final String id;
  private final String text;

  Rule(String id, String text) {
    this.id = id;
    this.text = text;
  }

  public String id() {
    return id;
  }

  public String text() {
    return text;
  }

  public static Optional<Rule> of(String id) {
    return Arrays.stream(values()).filter(rule -> rule.id.equals(id)).findFirst();
  }
}
