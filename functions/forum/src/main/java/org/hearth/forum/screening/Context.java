package org.hearth.forum.screening;

import com.google.re2j.Pattern;

/** What a sentence says of the time of a match: a past crisis that is not spoken of as present is a note, not a risk. */
final class Context {
  private static final Pattern PAST = Pattern.compile(
      " (?:years? ago|months ago|a decade ago|long time ago|used to|when i was|back then|back when|in (?:19|20)\\d\\d"
      + "|in my (?:teens|twenties)"
      + "|as a (?:teen|teenager|child|kid)|years (?:clean|free|sober|on|later)|last (?:year|winter|summer|spring|autumn)"
      + "|in the past"
      + "|at (?:school|uni|the time)|\\d+ (?:years|months) (?:clean|free|ago)|once upon|no longer|not anymore|at my lowest"
      + "|back in|those days) ");
  private static final Pattern PRESENT = Pattern.compile(
      " (?:again|still|lately|these days|now|today|tonight|currently|this (?:week|morning|evening|weekend|month)|at the moment"
      + "|right now|tomorrow"
      + "|recently|anymore|back again|am going to|want to|keep|cannot) ");

  private Context() {}

  /** The level that the match of a safeguarding rule gives. */
  static SafeguardingLevel level(Prepared post, RuleSet.Hit hit) {
    SafeguardingLevel level = switch (hit.rule().plainKind()) {
      case "imminent" -> SafeguardingLevel.IMMINENT;
      case "concerning" -> SafeguardingLevel.CONCERNING;
      default -> SafeguardingLevel.LOW_HISTORIC;
    };
    return level != SafeguardingLevel.LOW_HISTORIC && isPast(post, hit) ? SafeguardingLevel.LOW_HISTORIC : level;
  }

  private static boolean isPast(Prepared post, RuleSet.Hit hit) {
    String sentence = post.canonical().sentence(hit.sentence());
    post.work().spend(2L * sentence.length());
    return PAST.matcher(sentence).find() && !PRESENT.matcher(sentence).find();
  }
}
