package org.hearth.forum.screening;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * Phone numbers that belong to a person. libphonenumber says whether digits can be a number somewhere; the words around say
 * whether they are one: doses, dates, sums and helplines are not.
 */
final class PhoneNumbers {
  private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();
  private static final int NEAR = 45;
  private static final int AFTER = 25;
  /** Digits with single signs between them; the letters o, l, i and s may stand for digits among them. */
  private static final Pattern CANDIDATE = Pattern.compile(
      "(?:\\+|\\b00|\\()?[0-9oO](?:[0-9oli]|[ ().\\-/–]{1,3}[0-9o(]){5,18}[0-9o](?:\\s?(?:x|ext\\.?|extension)\\s?\\d{1,6})?");
  private static final String DIGIT = "(?:zero|oh|o|nought|naught|one|two|three|four|five|six|seven|eight|nine|double|triple"
      + "|treble|hundred|\\d)";
  private static final Pattern SPELLED = Pattern.compile("\\b" + DIGIT + "(?:[ ,\\-]{1,2}" + DIGIT + "){6,16}\\b");
  private static final Pattern CALLED = Pattern.compile(
      "\\b(?:call|calls|ring|rings|phone|phones|fone|mobile|mob|cell|cellphone|tel|telephone|text|txt|"
      + "whatsapp|number|numbers|num|no|nr|landline|fax|desk|dial|reach me|contact|sms|message me|msg me|bell|buzz|signal"
      + "|hotline to my|"
      + "numero|telefono|movil|celular|llama|llamame|telefon|handy|nummer|handynummer|portable|telefone|celular|cellulare|numer"
      + "|rufnummer|"
      + "appelle|appelez|ruf mich|chiamami|dzwon|direct line|reached (?:on|at)|is on|he's on|she's on|i'm on|im on|catch me on"
      + "|get me on)\\b");
  private static final Pattern HELP = Pattern.compile(
      "\\b(?:helpline|help line|crisis line|lifeline|samaritans|hotline|shout|childline|papyrus|hopeline|"
      + "nhs 111|surgery|switchboard|reception|support line|advice line|charity|mind|cruse|switch|beat|calm|macmillan|frank"
      + "|silver line|"
      + "age uk|line is|line on|line's|alcohol line|text line|careline|emergency|non-emergency|council|citizens advice|shelter"
      + "|refuge|women's aid|"
      + "textline|relate|rethink|sane|sos amitie|telefonseelsorge|repond|24/7|24 hours|day and night|freephone|free to call"
      + "|toll free)\\b");
  private static final Pattern NO_NUMBER = Pattern.compile(
      "\\b(?:19|20)\\d\\d[-/. ](?:0?[1-9]|1[0-2])[-/. ]\\d{1,2}\\b|\\b\\d{1,2}[-/.]\\d{1,2}[-/.](?:19|20)?\\d\\d\\b"
      + "|\\b\\d{1,2}[:.]\\d\\d\\b.*\\d{1,2}[:.]\\d\\d|\\b(?:19|20)\\d\\d ?[-–/] ?(?:19|20)?\\d\\d\\b");
  private static final Pattern PUBLIC = Pattern.compile("^(?:0800|0808|0300|0303|0330|0345|0844|0871|0845|0343|116\\d{3}|1800"
      + "|1850|1890|1300|13\\d{4}|18\\d{2}\\d*|44800|44808|4411[67]|111|999|112|988|911|741741|85258)");

  private static final Pattern NO_DIGIT = Pattern.compile("\\D");
  private static final Pattern GROUPED = Pattern.compile("\\d[ ().-]+\\d");
  private static final Pattern AMERICAN = Pattern.compile("\\(?\\d{3}\\)?[ .-]?\\d{3}[ .-]?\\d{4}");

  private PhoneNumbers() {}

  static void find(Prepared post, List<Person> found) {
    Folded text = post.folded();
    String chars = text.chars();
    if (Cues.digits(chars) >= 5) {
      written(text, chars, found);
    }
    if (chars.contains("zero") || chars.contains("oh ") || chars.contains("seven") || chars.contains("nought")
        || chars.contains("double")) {
      spelled(text, chars, found);
    }
  }

  private static void written(Folded text, String chars, List<Person> found) {
    Matcher candidate = CANDIDATE.matcher(chars);
    while (candidate.find()) {
      int from = candidate.start();
      int to = candidate.end();
      while (from < to && " .-/".indexOf(chars.charAt(from)) >= 0) {
        from++;
      }
      if (isPersonal(chars, from, to)) {
        found.add(new Person(Person.Kind.PHONE, text.start(from), text.end(to - 1)));
      }
    }
  }

  private static void spelled(Folded text, String chars, List<Person> found) {
    Matcher spelled = SPELLED.matcher(chars);
    while (spelled.find()) {
      if (spelled.group().chars().filter(Character::isLetter).count() > 12) {
        found.add(new Person(Person.Kind.PHONE, text.start(spelled.start()), text.end(spelled.end() - 1)));
      }
    }
  }

  private static boolean isPersonal(String chars, int from, int to) {
    String written = chars.substring(from, to);
    if (from > 0 && (Character.isLetterOrDigit(chars.charAt(from - 1)) || "£$€@_#".indexOf(chars.charAt(from - 1)) >= 0)
        || to < chars.length() && (Character.isLetter(chars.charAt(to)) || chars.charAt(to) == '%' || chars.charAt(to) == '@')) {
      return false;
    }
    int ext = Math.max(written.indexOf('x'), written.indexOf("ext"));
    String number = (ext > 0 ? written.substring(0, written.indexOf(written.indexOf("ext") >= 0 ? "ext" : "x")) : written)
        .replace('o', '0').replace('l', '1').replace('i', '1');
    String digits = NO_DIGIT.matcher(number).replaceAll("");
    long letters = written.chars().filter(c -> c == 'o' || c == 'l' || c == 'i').count();
    if (digits.length() < 7 || digits.length() > 15 || letters > 3 || PUBLIC.matcher(digits).find()
        || NO_NUMBER.matcher(number).find()) {
      return false;
    }
    String before = chars.substring(Math.max(0, from - NEAR), from);
    String after = chars.substring(to, Math.min(chars.length(), to + AFTER));
    boolean called = CALLED.matcher(before).find() || CALLED.matcher(after).find();
    if (HELP.matcher(before).find() && !before.contains(" my ") || HELP.matcher(after).find()) {
      return false;
    }
    return called ? digits.length() >= 7 : looksLikeOne(number.strip(), digits);
  }

  private static boolean looksLikeOne(String number, String digits) {
    if (number.startsWith("+") || number.startsWith("00")) {
      return digits.length() >= 9 && possible("+" + (digits.startsWith("00") ? digits.substring(2) : digits), "GB");
    }
    boolean grouped = GROUPED.matcher(number).find();
    if (digits.startsWith("0")) {
      return digits.length() >= 9 && digits.length() <= 12 && (possible(digits, "GB") || grouped);
    }
    return digits.length() == 10 && grouped && AMERICAN.matcher(number).matches() && possible(digits, "US");
  }

  private static boolean possible(String number, String region) {
    try {
      return NUMBERS.isPossibleNumber(NUMBERS.parse(number, region));
    } catch (NumberParseException e) {
      return false;
    }
  }
}
