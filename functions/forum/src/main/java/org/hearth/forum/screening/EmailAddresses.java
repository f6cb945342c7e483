package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/** E-mail addresses, also those spelled out ("jo at example dot org") or spaced. */
final class EmailAddresses {
  private static final String PROVIDER =
      "(?:gmail|googlemail|hotmail|yahoo|ymail|outlook|live|icloud|protonmail|proton|aol|msn|btinternet|sky|gmx|web|mail|me"
      + "|tutanota|fastmail)";
  private static final String ENDING =
      "(?:com|org|net|edu|gov|uk|co|de|fr|es|it|nl|pl|pt|ie|eu|info|me|io|example|test|us|ca|au|nz|ch|at|se|no|dk|br|mx|in|za"
      + "|online|email)";
  private static final Pattern ANY = Pattern.compile(
      "([a-z0-9._%+'-]{1,64}\\s?@\\s?[a-z0-9-]{1,63}(?:\\s?\\.\\s?[a-z0-9-]{2,63}){1,4}\\b)"
      + "|((?:[a-z0-9._-] ){2,30}[a-z0-9]? ?@ ?[a-z0-9](?: ?[a-z0-9.-]){2,40})"
      + "|([a-z0-9._+-]{2,64}\\s?(?:@|\\(at\\)|\\[at\\]|\\{at\\}|<at>|\\bat\\b|-at-|_at_)\\s?[a-z0-9-]{2,63}"
      + "(?:\\s?(?:\\(dot\\)|\\[dot\\]|\\{dot\\}|\\bdot\\b|-dot-|\\(\\.\\)|\\[\\.\\])\\s?[a-z]{2,12}){1,3})"
      + "|([a-z0-9._+-]{2,64}\\s?(?:\\(at\\)|\\[at\\]|\\{at\\})\\s?[a-z0-9-]{2,63}(?:\\s?\\.\\s?[a-z]{2,12}){1,3})"
      + "|([a-z0-9._+-]{3,64} at " + PROVIDER + "(?: ?(?:\\.|dot) ?" + ENDING + "){0,2}\\b)"
      + "|([a-z0-9._+-]{2,64}@" + PROVIDER + "\\b)");
  private static final Pattern NO_NAME = Pattern.compile(
      "^(?:me|email|look|i|am|is|it|mail|that|this|up|down|was|are|on|work|him|her|them|not|good|bad|"
      + "meet|here|home|there|back|login|account|post|mails|emails|page|site) ?(?:at|@)? .*");

  /** Texts without any of these need no closer look. */
  private static final List<String> SIGNS = List.of("@", "at)", "at]", "at}", "at>", "-at-", "_at_");
  private static final List<String> AFTER_AT = List.of("dot", "mail", "yahoo", "outlook", "live", "icloud", "proton", "aol",
      "msn", "btinternet", "sky", "gmx", "web", "me",
      "tutanota");

  private EmailAddresses() {}

  static void find(Prepared post, List<Person> found) {
    Folded text = post.folded();
    if (!Cues.any(text.chars(), SIGNS) && !(text.chars().contains(" at ") && Cues.any(text.chars(), AFTER_AT))) {
      return;
    }
    Matcher matcher = ANY.matcher(text.chars());
    while (matcher.find()) {
      boolean provider = matcher.start(5) >= 0;
      if (!provider || !NO_NAME.matcher(matcher.group(5)).matches()) {
        found.add(new Person(Person.Kind.EMAIL, text.start(matcher.start()), text.end(matcher.end() - 1)));
      }
    }
  }
}
