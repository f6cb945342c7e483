package org.hearth.forum.moderation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hearth.forum.Stored;
import org.hearth.forum.posting.Wording;

/**
 * The organisation's templates for replies in a crisis, and the rule that none is sent as it is: being answered with a form is
 * among what hurts people most when they have just said that they can't go on.
 */
public record ReplyTemplates(List<ReplyTemplate> templates, long revision) implements Stored {
  /** So many words must be the moderator's own: enough to say what was read, and few enough to be quick. */
  static final int OWN_WORDS = 8;

  private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]\\n]*]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}'’]+");

  /** What an organisation begins with, until it has set its own. */
  public static final ReplyTemplates STANDARD = new ReplyTemplates(List.of(
      new ReplyTemplate("in-danger", "Somebody may be in danger", """
          Hello [name]. Thank you for saying how things are. I have read what you wrote about [what they said], and I am worried about you.

          If you may be in danger now, please call your emergency number. People who listen at any hour are on the page Help now.

          [What you would like to say to them, and when you will look in again.]"""),
      new ReplyTemplate("worried", "Somebody is worried about somebody else", """
          Hello [name]. Thank you for looking out for [whom]. It is hard to watch somebody you care about in such a state.

          If they may be in danger now, please call your emergency number. You can ring a line on the page Help now for your own sake, too.

          [What you would like to say to them.]"""),
      new ReplyTemplate("misread", "The check was wrong", """
          Hello [name]. An automatic check stopped your post, because it looked as if somebody might be in danger. A person has read it now.

          [What you understood, and that you are sorry for the wait.]""")), 0);

  /** Adds to the errors what keeps the reply from being a personal one. */
  void check(String reply, Wording wording) {
    if (reply == null || reply.isBlank()) {
      wording.because(true, "reply", "In a crisis, write to them as well. They read this beside your decision.");
      return;
    }
    BLANK.matcher(reply).results().findFirst().map(MatchResult::group).ifPresent(blank ->
        wording.because(true, "reply", "Fill in what is still in square brackets, or take it out: " + blank));
    int own = ownWords(reply);
    wording.because(own < OWN_WORDS, "reply", "Say it in your own words: at least " + OWN_WORDS + " words must not be the template's. "
        + (own == 0 ? "None is yours yet." : own == 1 ? "One is yours so far." : own + " are yours so far."));
  }

  /** How many words of the reply are not in the template that is nearest to it. A word that is there twice counts twice. */
  int ownWords(String reply) {
    int all = counted(reply).values().stream().mapToInt(Integer::intValue).sum();
    return templates.stream().mapToInt(template -> beyond(counted(reply), counted(template.text()))).min().orElse(all);
  }

  private static int beyond(Map<String, Integer> reply, Map<String, Integer> template) {
    return reply.entrySet().stream().mapToInt(word -> Math.max(0, word.getValue() - template.getOrDefault(word.getKey(), 0))).sum();
  }

  private static Map<String, Integer> counted(String text) {
    return Arrays.stream(BETWEEN_WORDS.split(BLANK.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT))).filter(word -> !word.isEmpty())
        .collect(Collectors.toMap(word -> word, word -> 1, Integer::sum, HashMap::new));
  }
}
