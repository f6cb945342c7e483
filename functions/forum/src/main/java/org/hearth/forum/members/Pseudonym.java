package org.hearth.forum.members;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.hearth.forum.posting.Wording;
import org.hearth.forum.screening.NameWords;
import org.hearth.forum.text.Skeleton;

/** What may be a pseudonym. People come here to be free to speak, so nothing that tells who they are. */
public final class Pseudonym {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 24;
  private static final Pattern EMAIL = Pattern.compile("@|\\b(at|dot)\\b.*\\b(com|org|net|uk)\\b|\\.(com|org|net|co)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern CHARACTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N}' _.-]+");
  private static final Pattern TWO_CAPITALISED_WORDS = Pattern.compile("\\p{Lu}\\p{Ll}+([ ._-]\\p{Lu}\\.?)?[ ._-]\\p{Lu}[\\p{L}'’-]+[ ._-]?\\d*");
  private static final Pattern TWO_WORDS = Pattern.compile("(\\p{L}{2,})([ ._-]\\p{L}\\.?)?[ ._-]\\p{L}[\\p{L}'’-]+[ ._-]?\\d*");
  private static final int DIGITS_OF_A_PHONE_NUMBER = 6;
  private static final Set<String> OURS =
      Set.of("admin", "administrator", "moderator", "mod", "moderators", "lead", "staff", "hearth", "support", "system",
          "safeguarding", "safeguardinglead", "helpdesk", "team", "official",
          "amember", "member", "aformermember", "formermember", "anonymous");
  // Capitalised words that make a name of two words a pseudonym and not a person's.
  private static final Set<String> NOT_A_FORENAME =
      Set.of("little", "big", "old", "young", "quiet", "happy", "sleepy", "blue", "red", "green", "grey", "purple", "night",
          "silver", "golden", "wild", "lost", "tired", "warm", "slow", "still", "kind", "early", "late", "lone", "brave",
          "mr", "mrs", "miss", "captain", "dr", "the", "my", "one", "two", "just", "only", "not", "half", "paper", "winter",
          "summer", "autumn", "spring", "morning", "midnight", "sunday", "monday", "rainy", "sunny", "cloudy", "salty", "moon");

  // First names that are as good a beginning of a pseudonym, in small letters.
  private static final Set<String> ALSO_A_THING =
      Set.of("robin", "rose", "april", "may", "june", "daisy", "ruby", "pearl", "jade", "amber", "ivy", "lily", "poppy", "holly", "hazel",
          "heather", "iris", "violet", "olive", "grace", "hope", "joy", "faith", "dawn", "eve", "jay", "martin", "rowan", "ash", "sky",
          "art", "rich", "will", "mark", "jack", "pat", "sandy", "cliff", "dale", "glen", "heath", "clay", "jasper", "basil", "ginger",
          "angel", "penny", "melody", "crystal", "coral", "willow", "wren", "sunny", "max", "star", "summer");

  private Pseudonym() {}

  /** The form under which two names that look alike are one: a UTS 39 skeleton without spaces and marks between. */
  public static String folded(String name) {
    return Skeleton.of(name).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /**
   * @param name as typed, already trimmed
   * @return a sentence for the person when it can't be their pseudonym
   */
  public static Optional<String> refusal(String name) {
    int length = name.codePointCount(0, name.length());
    if (length < SHORTEST || length > LONGEST) {
      return Optional.of("Choose a name of " + SHORTEST + " to " + LONGEST + " characters.");
    }
    var unreadable = Wording.unreadable(name);
    if (unreadable.isPresent()) {
      return unreadable;
    }
    if (EMAIL.matcher(name).find()) {
      return Optional.of("This looks like an e-mail or web address. Choose a name that does not say who you are.");
    }
    if (name.codePoints().filter(Character::isDigit).count() >= DIGITS_OF_A_PHONE_NUMBER) {
      return Optional.of("This looks like a phone number. Choose a name that does not say who you are.");
    }
    if (!CHARACTERS.matcher(name).matches()) {
      return Optional.of("Use letters, numbers, spaces, dots, dashes and apostrophes only.");
    }
    if (name.codePoints().noneMatch(Character::isLetter)) {
      return Optional.of("Use at least one letter.");
    }
    if (looksLikeAFullName(name)) {
      return Optional.of("This looks like a full name. Choose a pseudonym, so that nobody finds you by it.");
    }
    if (folded(name).matches(folded("A member") + "\\d+")) {
      return Optional.of("This name looks like that of somebody who wants to stay unknown. Choose another.");
    }
    if (OURS.contains(folded(name)) || OURS.stream().map(Pseudonym::folded).anyMatch(folded(name)::equals)) {
      return Optional.of("This name looks like one of the people who run this community. Choose another.");
    }
    return Optional.empty();
  }

  // Written with capitals, two words that are no words are a name; in small letters, only a first name that is nothing else is one.
  private static boolean looksLikeAFullName(String name) {
    var words = TWO_WORDS.matcher(name);
    if (!words.matches()) {
      return false;
    }
    var first = words.group(1).toLowerCase(Locale.ROOT);
    if (NOT_A_FORENAME.contains(first)) {
      return false;
    }
    return TWO_CAPITALISED_WORDS.matcher(name).matches()
        ? NameWords.isFirstName(first) || !NameWords.isOrdinary(first)
        : NameWords.isFirstName(first) && !ALSO_A_THING.contains(first);
  }
}
