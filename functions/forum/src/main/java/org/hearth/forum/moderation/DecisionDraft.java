package org.hearth.forum.moderation;

import java.time.Instant;
import org.hearth.forum.Refused;
import org.hearth.forum.posting.Wording;

/**
 * A decision as a moderator sends it.
 *
 * @param action one of {@link Action}'s ids
 * @param rule one of {@link Rule}'s ids
 * @param reason in the moderator's words; the person concerned reads it
 * @param text the text that stays, for redact; else null
 * @param until the end, for suspend and, if wanted, mute; else null
 * @param version the version of the post that the moderator read; null when they do not say
 * @param reply to the person concerned, in the moderator's own words: needed in a crisis; else null
 */
public record DecisionDraft(String action, String rule, String reason, String text, Instant until, Integer version, String reply) {

  /** Without a personal reply. */
  public DecisionDraft(String action, String rule, String reason, String text, Instant until, Integer version) {
    this(action, rule, reason, text, until, version, null);
  }

  /** @throws Refused with every field that is wrong */
  Action check(Instant now) {
    var known = Action.of(action);
    var wording = new Wording();
    wording.because(known.isEmpty(), "action", "Choose one of approve, redact, hide, remove, restore, warn, mute, suspend, ban, escalate or close.");
    wording.because(Rule.of(rule).isEmpty(), "rule", "Name the rule that the decision rests on, from the list of rules.");
    wording.require("reason", reason, Wording.LONGEST_NOTE);
    wording.allow("reply", reply, Wording.LONGEST_NOTE);
    known.ifPresent(chosen -> checkFor(chosen, wording, now));
    wording.check();
    return known.orElseThrow();
  }

  private void checkFor(Action chosen, Wording wording, Instant now) {
    if (chosen == Action.REDACT) {
      wording.require("text", text, Wording.LONGEST_TEXT);
    } else {
      wording.because(text != null, "text", "Only redact takes a text.");
    }
    wording.because(chosen == Action.SUSPEND && until == null, "until", "Say when the suspension ends. To keep somebody out for good, choose ban.");
    wording.because(until != null && !chosen.takesUntil(), "until", "Only mute and suspend have an end.");
    wording.because(until != null && !until.isAfter(now), "until", "This is in the past. Choose a time to come.");
  }

}
