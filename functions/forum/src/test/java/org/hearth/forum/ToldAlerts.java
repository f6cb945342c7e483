package org.hearth.forum;

import java.util.ArrayList;
import java.util.List;
import org.hearth.forum.notifying.Alerts;

/** Keeps the alerts that were sent. */
public final class ToldAlerts implements Alerts {

  public record Alert(boolean lead, String subject, String message) {}

  private final List<Alert> sent = new ArrayList<>();

  @Override
  public void toModerators(String subject, String message) {
    sent.add(new Alert(false, subject, message));
  }

  @Override
  public void toLead(String subject, String message) {
    sent.add(new Alert(true, subject, message));
  }

  public List<Alert> sent() {
    return List.copyOf(sent);
  }

  public List<Alert> toLead() {
    return sent.stream().filter(Alert::lead).toList();
  }

  public List<Alert> toModerators() {
    return sent.stream().filter(alert -> !alert.lead()).toList();
  }
}
