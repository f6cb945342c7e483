package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** First names with a surname, where the words around say that a private person is meant. First names alone are none. */
final class FullNames {
  private static final Set<String> FIRST_NAMES = new HashSet<>();
  private static final String CAP = "\\p{Lu}[\\p{L}]*(?:['’-]\\p{L}+)*";
  private static final String PART = "(?:de|del|della|di|da|dos|van|von|der|den|ten|al-|el-|bin|ibn|ap|mac|la|le|du|y)";
  private static final Pattern NAME = Pattern.compile("\\b(" + CAP + ")((?: \\p{Lu}\\.?)?(?: (?:" + PART
      + " ?){0,2}(?:al-|el-|O['’])?" + CAP + "){1,3})");
  private static final String ROLE = "(?:mum|mom|mother|dad|father|brother|sister|son|daughter|wife|husband|partner|friend|mate"
      + "|cousin|uncle|aunt|auntie|boyfriend|girlfriend|fianc[eé]e?|neighbou?r|nan|gran|"
      + "grandad|grandma|grandson|granddaughter|nephew|niece|boss|manager|teacher|therapist|counsellor|counselor|consultant"
      + "|doctor|gp|psychiatrist|psychologist|nurse|sponsor|landlord|landlady|ex|"
      + "keyworker|key worker|social worker|carer|colleague|midwife|support worker|caseworker|case worker|tutor|head"
      + "|deputy head|headteacher|vicar|priest|solicitor|lawyer|coach|stepdad|stepmum|"
      + "ex-husband|ex-wife|roommate|flatmate|housemate|surgeon|physio|dentist|man|woman|guy|lad|bloke|girl|patient|supervisor"
      + "|councillor|officer|line manager|other half|best mate|twin|godmother|probation officer|health visitor|abuser|stalker)";
  private static final Pattern BEFORE = Pattern.compile("(?i)(?:\\b(?:my|the) (?:full |real |legal |maiden |married |actual "
      + "|birth )?name(?:'s|’s| is| was|:)|\\bname(?:'s|’s| is|:| -)|\\bi(?:'m|’m| am|m)|\\bcalled|\\bnamed|\\bknown as"
      + "|\\bthis is|\\bsigned|\\bit(?:'s|’s| is| was)"
      + "|\\b(?:kind |best |warm )?(?:regards|wishes)|\\bsincerely|\\byours|\\bcontact|\\bask for|\\blook (?:me )?up"
      + "|\\bfind me (?:as|under)|\\badd me(?: as)?|\\bunder|\\bpatient|\\b(?:mr|mrs|ms|miss|mx|sir|rev|prof|pc|sgt)\\.?"
      + "|\\bsearch(?: for)?|\\bmet"
      + "|\\bin (?:loving )?memory of|\\brip|\\br\\.i\\.p\\.?|\\bmissing|\\bme llamo|\\bmi nombre es|\\bje m['’]appelle"
      + "|\\bje suis|\\bich hei(?:ß|ss)e|\\bmein name ist|\\bich bin|\\bmi chiamo|\\bsono|\\bme chamo|\\bmeu nome é"
      + "|\\bnazywam się|\\bmam na imię"
      + "|\\bmijn naam is|\\bik heet|\\bik ben|\\badım|\\bis really|\\bwas really|\\breally|\\bgo(?:ne)? to school with"
      + "|\\bknows?|\\bseen|\\bhe['’]s|\\bshe['’]s|\\bhe is|\\bshe is|\\bwas|\\bis|\\bto see|\\bask|\\bcome with|\\bguardian"
      + "|\\bnext of kin|\\bcardholder|\\bcard says|\\baddressed to|\\bto|\\bfrom|\\bfor|\\bwith)[:,\\-–]?[\\s\"“]*$");
  private static final Pattern STRONG = Pattern.compile("(?i)(?:\\b(?:my|the) (?:full |real |legal |maiden |married |actual "
      + "|birth )?name(?:'s|’s| is| was|:)|\\bname(?:'s|’s| is|:| -)|\\bi(?:'m|’m| am|m)|\\bsigned[^.]{0,20}|\\b(?:kind |best "
      + "|warm )?(?:regards|wishes)|\\bsincerely|\\byours(?: \\w+)?"
      + "|\\blook (?:me )?up(?: as)?|\\bfind me (?:as|under)|\\badd me(?: as)?|\\bpatient|\\bin (?:loving )?memory of|\\brip"
      + "|\\bme llamo|\\bmi nombre es|\\bje m['’]appelle|\\bich hei(?:ß|ss)e|\\bmein name ist|\\bmi chiamo|\\bsono|\\bme chamo"
      + "|\\bmeu nome é|\\bnazywam się"
      + "|\\bmijn naam is|\\bik heet|\\bis really|\\bgo(?:ne)? to school with|\\bcontact|\\bask for|\\bguardian|\\bnext of kin"
      + "|\\b(?:mr|mrs|ms|miss|mx)\\.?|cardholder)[:,\\-–]?[\\s\"“]*$");
  private static final Pattern RELATION = Pattern.compile(
      "(?i)\\b(?:my|his|her|our|their|the|ex|your|a|same|dear|mum's|this|that)\\b[^.!?\\n]{0,40}\\b" + ROLE
      + "(?: is| was|'s| called| named|'s name is|’s name is| name is| \\(|,| -|:| who| from)*(?: dr\\.?| mr\\.?| mrs\\.?"
      + "| ms\\.?)?[\\s\"“]*$");
  private static final Pattern DOCTOR = Pattern.compile(
      "(?i)\\b(?:dr|doctor|nurse|sister|pc|sgt|prof|consultant|mr|mrs|ms|miss)\\.? $");
  private static final Pattern AFTER = Pattern.compile("(?i)^(?:[\\s,:;/|-]{1,3}(?:\\+?\\d|\\(?0\\d|[\\w.]+@|dob|aged? \\d"
      + "|\\d{1,3}\\b|nhs|born|here\\b)|[’']s (?:number|address|mum|dad|house|facebook|insta)|,? (?:lives|works|told|knows|rang"
      + "|reads|is my|was my|is the one|owes|runs|ran|from (?:the|my|our|school|number|work|church)|on facebook|has my"
      + "|who (?:lives|works)|took my|hit me|raped|hurt me|still|at (?:the|number|my)|and (?:i|me)\\b|if you|is on (?:this"
      + "|here)|drank|died|and her|and his|left me|cheated|on (?:fb|insta)|was a|did this))");
  private static final Pattern PUBLIC = Pattern.compile("(?i)\\b(?:book|books|novel|film|movie|song|songs|album|author|singer"
      + "|actor|actress|comedian|president|minister|king|queen|prince|princess|duchess|duke|lord|lady|pope|celebrity|telly|tv"
      + "|series|show|episode|podcast|"
      + "written by|read|reading|listen|listening|watch|watching|poem|poet|painting|band|concert|gig|documentary|quote|quoted"
      + "|footballer|player|team|manager of|striker|club|mp|senator|politician|biography|memoir|character|game|trek|interview"
      + "|interviewed|radio|audiobook|narrat\\w*|starring|directed|composer|artist|famous|charity|foundation|centre|hospice"
      + "|ward|hospital|unit|trust|"
      + "like something by|by|tried|voice of|poster)\\b");
  private static final Set<String> NO_SURNAME = Set.of("street", "road", "avenue", "lane", "hospital", "centre", "center",
      "school", "house", "trust", "park", "university", "college", "council", "ward", "christmas", "day", "week", "month",
      "awareness", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march",
      "april", "may", "june", "july", "august", "september", "october", "november", "december", "eve", "year",
      "unit", "clinic", "surgery", "church", "club", "group", "line", "support", "service", "services", "team", "court", "drive"
      , "close", "place", "square", "hill", "garden", "gardens", "bridge", "station", "airport", "island", "bay", "beach",
      "city", "county",
      "town", "district", "north", "south", "east", "west", "england", "scotland", "wales", "ireland", "america", "kingdom",
      "states", "zealand", "york", "jersey", "london", "health", "mental", "act", "league", "cup", "united", "rovers", "bank",
      "holiday", "office",
      "disorder", "syndrome", "disease", "therapy", "institute", "society", "association", "foundation", "charity", "helpline",
      "crescent", "terrace", "thank", "thanks", "hello", "hi", "hey", "please", "sorry", "i", "the", "a", "is", "god", "bless",
      "lord", "jesus", "christ", "mum", "dad", "nan", "gran", "auntie", "uncle", "and", "or", "but", "it", "you", "my", "we",
      "facebook", "instagram", "google", "amazon", "netflix", "nhs", "adhd", "ptsd", "ocd", "bpd", "gp", "uk", "usa", "us",
      "lol", "omg", "ok", "cbt", "dbt", "ed", "sh", "night", "morning", "evening", "pride", "bowl", "games", "flat", "po", "box"
      , "apt", "apartment", "community", "home", "library", "theatre", "cathedral", "railway", "hall", "hotel", "inn", "arms",
      "pub", "cafe", "market", "supermarket", "stadium", "river", "lake", "mountain", "forest");

  static {
    for (String line : Resources.lines("first-names.txt")) {
      FIRST_NAMES.addAll(Arrays.asList(line.split(" ")));
    }
  }

  private static final Pattern AFTER_APOSTROPHE = Pattern.compile("['’].*");
  private static final Pattern AFTER_MARK = Pattern.compile("['’-].*");
  private static final Pattern ACCENT = Pattern.compile("\\p{M}");

  private FullNames() {}

  static boolean isFirstName(String word) {
    return FIRST_NAMES.contains(word);
  }

  static void find(Prepared post, List<Person> found) {
    String text = post.text();
    Matcher name = NAME.matcher(hasTwoCapitals(text) ? text : "");
    for (int from = 0; from < text.length() && name.find(from); from = name.end()) {
      int start = name.start();
      int end = name.end();
      while (start < end && leads(text.substring(start, end))) {
        start = text.indexOf(' ', start) + 1;
      }
      end = start + withoutTail(text.substring(start, end)).length();
      String whole = text.substring(start, end);
      if (whole.indexOf(' ') > 0 && isPrivate(text, start, end, whole)) {
        found.add(new Person(Person.Kind.FULL_NAME, start, end));
      }
    }
    lowercase(post, found);
  }

  /** Two words in a row that begin with a capital, which nearly all texts without a full name lack. */
  private static boolean hasTwoCapitals(String text) {
    boolean before = false;
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (begins && Character.isLetter(c)) {
        if (before && Character.isUpperCase(c)) {
          return true;
        }
        before = Character.isUpperCase(c) || before && isParticle(text, i);
        begins = false;
      } else if (c == ' ') {
        begins = true;
      } else if (!Character.isLetter(c) && c != '-' && c != '\'' && c != '’' && c != '.') {
        before = false;
      }
    }
    return false;
  }

  private static boolean isParticle(String text, int at) {
    int end = text.indexOf(' ', at);
    return end > at && end - at <= 4;
  }

  /** "Thanks Ewan MacTaggart": the first word is no name. */
  private static boolean leads(String words) {
    int space = words.indexOf(' ');
    if (space < 0) {
      return false;
    }
    String first = AFTER_APOSTROPHE.matcher(words.substring(0, space).toLowerCase(Locale.ROOT)).replaceAll("");
    return NO_SURNAME.contains(first) || !FIRST_NAMES.contains(first) && Spelling.isKnown(first);
  }

  private static String withoutTail(String words) {
    String kept = words;
    while (kept.indexOf(' ') > 0 && NO_SURNAME.contains(kept.substring(kept.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT))) {
      kept = kept.substring(0, kept.lastIndexOf(' '));
    }
    return kept.endsWith("'s") || kept.endsWith("’s") ? kept.substring(0, kept.length() - 2) : kept;
  }

  private static boolean isPrivate(String text, int start, int end, String whole) {
    String first = plain(whole.substring(0, whole.indexOf(' ')));
    boolean known = FIRST_NAMES.contains(first);
    String before = text.substring(Math.max(0, start - 70), start);
    String after = text.substring(end, Math.min(text.length(), end + 40));
    int lineFrom = Math.max(before.lastIndexOf('\n'), Math.max(before.lastIndexOf(". "), before.lastIndexOf("! ")));
    String sentence = before.substring(lineFrom + 1);
    boolean alone = sentence.isBlank() && (after.isEmpty() || after.startsWith("\n") || after.strip().equals("."));
    if (STRONG.matcher(sentence).find() || RELATION.matcher(sentence).find() && !PUBLIC.matcher(sentence).find()) {
      return known || !Spelling.isKnown(first) || RELATION.matcher(sentence).find();
    }
    if (!known && !DOCTOR.matcher(before).find()) {
      return false;
    }
    if (PUBLIC.matcher(sentence).find() || PUBLIC.matcher(after).find()) {
      return false;
    }
    return alone && start > 0 || AFTER.matcher(after).find() || BEFORE.matcher(sentence).find() || DOCTOR.matcher(before).find();
  }

  private static final Pattern LOWER = Pattern.compile("\\b(?:my (?:full |real )?name(?:'s| is)|name's|name:|i'm|im|i am called"
      + "|called|signed) (\\p{Ll}{2,15}) ((?:(?:van|von|de|al|o'|mc) ?)?\\p{Ll}{3,18})\\b");

  private static void lowercase(Prepared post, List<Person> found) {
    Folded folded = post.folded();
    if (!folded.chars().contains("name") && !folded.chars().contains("i'm ") && !folded.chars().contains("im ")
        && !folded.chars().contains("called") && !folded.chars().contains("signed")) {
      return;
    }
    Matcher lower = LOWER.matcher(folded.chars());
    while (lower.find()) {
      if (FIRST_NAMES.contains(lower.group(1)) && !Spelling.isKnown(lower.group(2)) && !NO_SURNAME.contains(lower.group(2))) {
        found.add(new Person(Person.Kind.FULL_NAME, folded.start(lower.start(1)), folded.end(lower.end(2) - 1)));
      }
    }
  }

  private static String plain(String word) {
    String apart = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
    return AFTER_MARK.matcher(ACCENT.matcher(apart).replaceAll("")).replaceAll("");
  }
}
