package org.hearth.forum.screening;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/**
 * What a sentence says of a match: of whom it is said, of what time, and whether it is denied. A crisis that is past, or denied,
 * is a note and not a risk; what is said of the reader is neither.
 */
final class Context {
  private static final Pattern PAST = Pattern.compile(
      " (?:years? ago|months ago|a decade ago|long time ago|used to|when i was|back then|back when|in (?:19|20)\\d\\d"
      + "|in my (?:teens|twenties|thirties)|in (?:college|high school|school)|all through"
      + "|before (?:treatment|therapy|the diagnosis)"
      + "|as a (?:teen|teenager|child|kid)|years (?:clean|free|sober|on|later|since)|last (?:year|winter|summer|spring|autumn)"
      + "|(?:i|he|she|they) (?:was|were|had) suicidal(?: thoughts)?|in the past|free (?:from|of)|recovered"
      + "|survived|stopped wanting|at your age|never went through with it"
      + "|at (?:school|uni|the time)|\\d+ (?:years|months) (?:clean|free|ago)|once upon|no longer|not anymore|at my lowest"
      + "|back in|those days) ");
  private static final Pattern PRESENT = Pattern.compile(
      " (?:again|still|lately|these days|now|today|tonight|currently|this (?:week|morning|evening|weekend|month)|at the moment"
      + "|right now|tomorrow"
      + "|recently|anymore|back again|am going to|want to|keep|cannot) ");
  /** Just before the words of risk: "I do not really want to …". "I can not" and "should I not" deny nothing. */
  private static final Pattern DENIED = Pattern.compile(
      " (?:do not|did not|does not|am not|is not|was not|will not|would not|have not|has not|had not|never|no longer"
      + "|not to|stopped"
      + "|neither|nor) (?:(?:really|actually|even|ever|actively|currently|want|wanted|wanting|going|gonna|to|plan|planning"
      + "|have|had"
      + "|having|feel|feeling|felt|about|of|any|a|thinking|trying|be|get|been) )*$");
  /** Denied only for the time being, or only half. */
  private static final Pattern DENIED_FOR_NOW = Pattern.compile(
      "^ ?(?:today|tonight|tomorrow|yet|now|right now|but|until|just|in the|this|as much|more|so|because|anymore than|,? but) ");
  private static final Pattern CAN_BE_DENIED = Pattern.compile(
      "^(?:want to die|wish i was dead|kill myself|die|be dead|end it all|end it|hurt myself|self harm|cut|cutting|suicide"
      + "|suicidal"
      + "|suicidal thoughts|overdose|do it|better off without me|better off dead)\\b");
  private static final Pattern OWN_WORD = Pattern.compile("\\b(?:i|im|me|my|myself|mine|we|our)\\b");
  private static final Set<String> OWN = Set.of("i", "me", "my", "myself", "mine", "we", "our");
  private static final Set<String> READER = Set.of("you", "your", "yourself", "people");

  private Context() {}

  /** The level that the match of a safeguarding rule gives. */
  static SafeguardingLevel level(Prepared post, RuleSet.Hit hit) {
    SafeguardingLevel level = switch (hit.rule().plainKind()) {
      case "imminent" -> SafeguardingLevel.IMMINENT;
      case "concerning" -> SafeguardingLevel.CONCERNING;
      default -> SafeguardingLevel.LOW_HISTORIC;
    };
    if (level == SafeguardingLevel.LOW_HISTORIC) {
      return level;
    }
    if (isOfReader(post, hit)) {
      return SafeguardingLevel.NONE;
    }
    return isPast(post, hit) || isDenied(post, hit) ? SafeguardingLevel.LOW_HISTORIC : level;
  }

  /** "If you want to die …": the person named last before the words is the reader, and the match names no writer. */
  static boolean isOfReader(Prepared post, RuleSet.Hit hit) {
    if (hit.rule().id().startsWith("safeguarding.other.") || hit.rule().isUnshielded()) {
      return false;
    }
    Canonical text = post.canonical();
    if (OWN_WORD.matcher(post.text().substring(text.tokens().get(text.tokenAt(hit.at())).start(),
        text.tokens().get(text.tokenAt(hit.to() - 1)).end()).toLowerCase(Locale.ROOT)).find()) {
      return false;
    }
    for (int i = text.tokenAt(hit.anchorAt()) - 1; i >= hit.sentence().first(); i--) {
      String word = text.tokens().get(i).word();
      if (OWN.contains(word) || READER.contains(word)) {
        return READER.contains(word);
      }
    }
    return false;
  }

  private static boolean isPast(Prepared post, RuleSet.Hit hit) {
    String sentence = post.canonical().sentence(hit.sentence());
    post.work().spend(2L * sentence.length());
    return PAST.matcher(sentence).find() && !PRESENT.matcher(sentence).find();
  }

  private static boolean isDenied(Prepared post, RuleSet.Hit hit) {
    CharSequence text = post.canonical().chars();
    String before = text.subSequence(hit.sentence().at(), hit.anchorAt()).toString();
    post.work().spend(before.length());
    return CAN_BE_DENIED.matcher(text.subSequence(hit.anchorAt(), hit.anchorTo())).find() && DENIED.matcher(before).find()
        && !DENIED_FOR_NOW.matcher(text.subSequence(hit.anchorTo(), hit.sentence().to())).find();
  }
}
