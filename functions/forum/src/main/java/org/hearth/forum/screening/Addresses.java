package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Links, e-mail addresses, sums of money and long numbers in a folded text, which the rules read as one word each. */
final class Addresses {
  private static final Pattern ANY = Pattern.compile(
      "([a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63})+)"
      + "|((?:https?:\\s?//|www\\.)[^\\s\"<>]+"
      + "|\\b[a-z0-9][a-z0-9.-]{0,60}\\.(?:com|net|org|co|uk|io|biz|info|me|tv|gl|ly|shop|store|xyz|club|site|online|top|app"
      + "|link|live|ru|"
      + "de|fr|us|ca|in|vip|pro|win|click|cc|to|tk|ws|mobi|eu|ie|au|nz|za|ng|gg|fm|nl|ch|es|it|website|space|fun|bet|life|"
      + "help|health|tech|dev|ai|so)\\b(?:/[^\\s\"<>]*)?)"
      + "|((?:[£$€]|\\b(?:rs|usd|gbp|eur) ?)\\s?\\d[\\d.,]*\\s?(?:k|m|million|thousand|bn)?\\b"
      + "|\\b\\d[\\d.,]*\\s?(?:k )?(?:£|€|\\$|pounds|quid|euros?|dollars?|usd|gbp|usdt|btc|naira|rupees)\\b?)"
      + "|(\\b\\d{5,}\\b)");
  private static final Set<String> HELP_NUMBERS = Set.of("116123", "85258", "741741", "116111", "131114", "686868", "50808");
  private static final List<String> HELP_HOSTS = List.of("nhs.uk", "gov.uk", "mind.org", "samaritans", "rethink.org", "cruse.org",
      "giveusashout", "papyrus-uk", "hopeline", "youngminds", "childline", "beateatingdisorders", "macmillan", "wikipedia.org",
      "who.int", "nice.org", "bbc.co", "citizensadvice", "nami.org", "988lifeline", "thecalmzone", "sane.org",
      "mentalhealth.org");

  private final List<Address> found = new ArrayList<>();
  private int next;

  /** Characters {@code from} to before {@code to} of the folded text, and the words that the rules read in their place. */
  record Address(int from, int to, List<String> words) {}

  private Addresses() {}

  static Addresses in(Folded text) {
    Addresses addresses = new Addresses();
    Matcher matcher = ANY.matcher(text.chars());
    while (matcher.find()) {
      int from = matcher.start();
      int to = trimmed(text, from, matcher.end());
      if (matcher.start(1) >= 0) {
        addresses.found.add(new Address(from, to, List.of("emailaddr")));
      } else if (matcher.start(2) >= 0) {
        addresses.found.add(new Address(from, to, link(text.substring(from, to))));
      } else if (matcher.start(3) >= 0) {
        addresses.found.add(new Address(from, to, List.of("moneysum")));
      } else {
        addresses.found.add(new Address(from, to, List.of(number(text.substring(from, to)))));
      }
    }
    return addresses;
  }

  /** The address that begins at the index, or null; to be asked with rising indexes. */
  Address at(int index) {
    while (next < found.size() && found.get(next).from() < index) {
      next++;
    }
    return next < found.size() && found.get(next).from() == index ? found.get(next) : null;
  }

  private static int trimmed(Folded text, int from, int to) {
    int end = to;
    while (end - 1 > from && ".,!?;:)'".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static List<String> link(String link) {
    for (String host : HELP_HOSTS) {
      if (link.contains(host)) {
        return List.of("helplink");
      }
    }
    return List.of("urllink");
  }

  private static String number(String digits) {
    if (HELP_NUMBERS.contains(digits) || digits.startsWith("0808") || digits.startsWith("116")) {
      return "helpnum";
    }
    if (digits.length() >= 9 && (digits.startsWith("09") || digits.startsWith("087") || digits.startsWith("084")
        || digits.startsWith("9") && digits.length() == 10)) {
      return "premiumnum";
    }
    return digits.length() <= 6 ? "shortcode" : "phonenum";
  }
}
