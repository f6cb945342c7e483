package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/** Postal addresses: a street with a house number, a full postcode, a post office box. */
final class PostalAddresses {
  private static final String STREET = "(?:street|st|road|rd|avenue|ave|lane|ln|drive|close|court|ct|crescent|cres|way|place|pl"
      + "|terrace|gardens|gdns|grove|"
      + "square|sq|hill|row|walk|mews|boulevard|blvd|parkway|pkwy|circle|highway|hwy|rise|parade|quay|wharf|view|green|park"
      + "|bank|drove|yard|gate|loop|trail|"
      + "alley|crossing|bypass|heights|meadow|meadows|croft|fold|wynd|brae|loan|vale|path|esplanade|embankment|broadway|rooms"
      + "|street north|mill)";
  private static final String WORD = "[\\p{L}][\\p{L}'.-]{1,20}";
  private static final String UNIT = "(?:(?:flat|apartment|apt|unit|suite|room|floor|pitch|ste|lot|block|bloc|wohnung|piso"
      + "|appartement|interno)\\.? ?#?[a-z]?\\d{0,5}[a-z]?\\b,? {0,2})";
  private static final String REST = "(?:,? {0,2}\\n? ?(?:" + UNIT + "|#\\d+))?(?:,? {0,2}\\n? ?\\p{L}[\\p{L}' -]{1,24}){0,3}(?:,? {0,2}\\n? "
      + "?"
      + "(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|[a-z]{2} \\d{5}(?:-\\d{4})?|\\d{4,5}(?:[ -]\\d{2,4})?|[a-z]\\d[a-z] \\d[a-z]\\d"
      + "|[a-z]\\d{2} [a-z0-9]{4})\\b)?";
  private static final Pattern NUMBERED = Pattern.compile(
      "(?:" + UNIT + "(?:" + WORD + " ){0,2}(?:house|court|tower|lodge|mansions|building)?,? ?)?"
      + "\\b\\d{1,5}(?:[a-z]|[/-]\\d{1,4}[a-z]?)?,? (" + WORD + "(?: " + WORD + "){0,3}) " + STREET + "\\b\\.?" + "(?:,? ?(?:"
      + UNIT + "))?"
      + "(?:, ?[\\p{L}][\\p{L}' -]{1,24})?(?:[, ]{1,2}(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2}|[a-z]{2} \\d{5}(?:-\\d{4})?"
      + "|\\d{4,5})\\b)?");
  private static final Pattern AFTER_NUMBER = Pattern.compile("\\b(" + WORD + "(?: " + WORD + "){0,2}) " + STREET
      + ",? (?:at )?(?:number|no\\.?|nr\\.?|#) ?\\d{1,4}[a-z]?\\b");
  private static final Pattern CONTINENTAL = Pattern.compile(
      "\\b(" + WORD + "(?:strasse|straße|straat|str\\.|weg|platz|gasse|allee|laan|gracht|plein|gatan|vagen|vegen|gata|gade|vej"
      + "|ulica|utca|katu|tie|ring|damm|ufer|singel|kade|stien)|"
      + "(?:rue|avenue|boulevard|chemin|allee|impasse|calle|c/|avenida|avda\\.?|plaza|paseo|via|viale|piazza|corso|rua|travessa"
      + "|praca|ul\\.|ulica|al\\.|os\\.|strada|str\\.|kungsgatan)"
      + "(?: (?:de|del|della|des|du|la|le|las|los|dos|da|do|di|den|der|von|van|" + WORD + ")){1,4}|" + WORD
      + " (?:strasse|straße|straat|bundesstrasse)),? (?:n[ºo°.]* ?|nr\\.? ?)?\\d{1,4}[a-z]?\\b"
      + "(?:,? {0,2}\\d{4,5}(?:[ -]\\d{2,3})? \\p{L}[\\p{L}-]{1,24})?"
      + "|\\b\\d{1,4}(?: ?(?:bis|ter|[a-z]))?,? (?:rue|avenue|av\\.|boulevard|bd|chemin|allee|impasse|place|quai|route"
      + "|cours)(?: (?:de|des|du|la|le|les|l'|d'|" + WORD + ")){1,5}(?:,? {0,2}\\d{5} \\p{L}[\\p{L}-]{1,24})?");
  private static final Pattern POSTCODE = Pattern.compile(
      "\\b(?:[a-z]{1,2}\\d[a-z\\d]? ?\\d[abd-hjlnp-uw-z]{2}|[a-z]\\d[a-z] \\d[a-z]\\d)\\b");
  private static final Pattern BOX = Pattern.compile("\\b(?:p\\.?o\\.? ?box|postbox|postfach|psc \\d+,? box|unit \\d+ box"
      + "|apartado(?: de correos)?|boite postale|bp) ?\\d{2,6}(?:[, \\n]{1,3}(?:[a-z]{2,3} )?[a-z]{2} \\d{5}"
      + "|(?:,? ?[\\p{L}]{2,20}){1,2} [a-z]{1,2}\\d[a-z\\d]? ?\\d[a-z]{2})?\\b|\\b(?:apo|fpo|dpo),? (?:aa|ae|ap) \\d{5}\\b");
  private static final Pattern HOUSE = Pattern.compile("(?:\\b(?:live|lives|living|address|post it|send it|staying|stay|come"
      + "|visit|deliver|parcel|moved|letters|write)\\b[^.!?\\n]{0,25}?)\\b"
      + "(" + UNIT + "(?:" + WORD + " ){1,3}(?:house|court|tower|lodge|mansions|building|point|heights|hostel|home|flats)(?:, ?"
      + WORD + "(?: " + WORD + "){0,2}){1,3})");
  private static final Pattern US_PLACE = Pattern.compile("\\b\\d{2,5} (?:(?:n|s|e|w|north|south|east|west)\\.? )?(" + WORD
      + "(?: " + WORD + "){0,3})(?:,? (?:apt|suite|unit|#) ?\\w{1,5})?,? " + WORD + "(?: " + WORD + ")?,? [a-z]{2} \\d{5}\\b");
  private static final Pattern HERE = Pattern.compile("\\b(?:live|lives|living|address|post|posting|send|ship|parcel|deliver"
      + "|we're at|i'm at|im at|i'm on|im on|our place|my place|at mine|he's at|she's at|"
      + "come to|come round|visit|house is|flat is|door|moved to|is at|we're in|stay|staying|pick (?:me|it|him|her) up|drop"
      + "|meet|keysafe|home|located|by|from|mum|outside|opposite|restaurant|station|statement|sent to|to|at|on)\\b");
  private static final Pattern NO_STREET = Pattern.compile("^(?:\\S+ )*?(?:minute|minutes|min|mins|hour|hours|day|days|week"
      + "|weeks|month|months|year|years|mile|miles|mg|stone|times|way|people|steps|of|in|is|was|a|and|the same|per|percent"
      + "|things|metres|meters|km|quid|pounds|more|other|different|or|to|each|ways|for|then|i|my|with|but|kids|point|on|at|out"
      + "|good|back|by|pm|am|from)(?: .*)?$");

  /** Texts without any of these need no closer look. */
  private static final List<String> STREETS = List.of(" st", " road", " rd", " av", " lane", " ln", " drive", " close", " co",
      " ct", " cr", " way", " pl", " ter", " gard", " gdns", " grove", " sq",
      " hill", " row", " walk", " mews", " bo", " bl", " park", " pkwy", " ci", " hi", " hwy", " ri", " pa", " qu", " wh",
      " view", " green", " bank", " dr", " yard", " gate", " loop", " trail", " al",
      " by", " he", " mea", " fold", " wynd", " brae", " loan", " vale", " es", " em", " br", " rooms", " mill");
  private static final List<String> CONTINENTALS = List.of("str", "weg", "platz", "gasse", "alle", "laan", "gracht", "plein",
      "gat", "vag", "veg", "gade", "vej", "uli", "utca", "katu", "tie", "ring",
      "damm", "ufer", "singel", "kade", "stien", "rue", "av", "boul", "bd", "chemin", "impasse", "calle", "c/", "plaza", "paseo"
      , "via", "piazza", "corso", "rua", "travessa", "praca", "ul.", "al.", "os.",
      "place", "quai", "route", "cours");
  private static final List<String> UNITS = List.of("box", "postfach", "apartado", "boite", "bp", "apo", "fpo", "dpo", "flat",
      "apartment", "apt", "unit", "suite", "room", "floor", "pitch", "ste ", "lot",
      "block", "bloc", "wohnung", "piso", "interno");

  private PostalAddresses() {}

  static void find(Prepared post, List<Person> found) {
    Folded text = post.folded();
    String chars = text.chars();
    int digits = Cues.digits(chars);
    if (digits == 0) {
      return;
    }
    if (Cues.any(chars, STREETS)) {
      streets(post, text, found);
    }
    if (Cues.any(chars, CONTINENTALS)) {
      continental(post, text, found);
    }
    postcodes(post, text, found);
    if (digits >= 7) {
      american(text, found);
    }
    if (Cues.any(chars, UNITS)) {
      houses(text, found);
    }
  }

  private static void streets(Prepared post, Folded text, List<Person> found) {
    String chars = text.chars();
    Matcher numbered = NUMBERED.matcher(chars);
    while (numbered.find()) {
      String street = numbered.group(1);
      if (!NO_STREET.matcher(street).matches() && (isCapital(post, numbered.start(1), text) || HERE.matcher(before(chars,
          numbered.start())).find())) {
        add(text, numbered.start(), numbered.end(), found);
      }
    }
    addAll(AFTER_NUMBER.matcher(chars), text, found);
  }

  private static void continental(Prepared post, Folded text, List<Person> found) {
    String chars = text.chars();
    Matcher continental = CONTINENTAL.matcher(chars);
    while (continental.find()) {
      if (isCapital(post, continental.start(), text) || HERE.matcher(before(chars, continental.start())).find()
          || Character.isDigit(chars.charAt(continental.start()))) {
        add(text, continental.start(), continental.end(), found);
      }
    }
  }

  private static void postcodes(Prepared post, Folded text, List<Person> found) {
    String chars = text.chars();
    Matcher postcode = POSTCODE.matcher(chars);
    while (postcode.find()) {
      if (isPostcode(post, text, postcode)) {
        add(text, Math.max(lineStart(chars, postcode.start()), 0), postcode.end(), found);
      }
    }
  }

  private static void houses(Folded text, List<Person> found) {
    String chars = text.chars();
    addAll(BOX.matcher(chars), text, found);
    Matcher house = HOUSE.matcher(chars);
    while (house.find()) {
      add(text, house.start(1), house.end(1), found);
    }
  }

  private static void american(Folded text, List<Person> found) {
    Matcher american = US_PLACE.matcher(text.chars());
    while (american.find()) {
      if (!NO_STREET.matcher(american.group(1)).matches()) {
        add(text, american.start(), american.end(), found);
      }
    }
  }

  private static void addAll(Matcher matcher, Folded text, List<Person> found) {
    while (matcher.find()) {
      add(text, matcher.start(), matcher.end(), found);
    }
  }

  private static void add(Folded text, int from, int to, List<Person> found) {
    found.add(new Person(Person.Kind.ADDRESS, text.start(from), text.end(to - 1)));
  }

  private static boolean isCapital(Prepared post, int at, Folded text) {
    return Character.isUpperCase(post.text().charAt(text.start(at)));
  }

  private static String before(String chars, int at) {
    return chars.substring(Math.max(0, at - 40), at);
  }

  /** Written in capitals, or after a comma or a place: so "e4 6th" and the like are none. */
  private static boolean isPostcode(Prepared post, Folded text, Matcher postcode) {
    String written = post.text().substring(text.start(postcode.start()), text.end(postcode.end() - 1));
    boolean capitals = written.equals(written.toUpperCase(java.util.Locale.ROOT));
    return written.length() >= 5 && (capitals || written.indexOf(' ') > 0 && HERE.matcher(before(text.chars(),
        postcode.start())).find());
  }

  /** Where the address before a postcode begins: the house number in the same line, if there is one near. */
  private static int lineStart(String chars, int postcode) {
    int from = postcode;
    int near = Math.max(0, postcode - 70);
    for (int i = postcode - 1; i >= near; i--) {
      char c = chars.charAt(i);
      if (c == '!' || c == '?' || c == ':' || c == '.' && i + 1 < chars.length() && chars.charAt(i + 1) == ' ') {
        break;
      }
      if (Character.isDigit(c) && (i == 0 || !Character.isLetterOrDigit(chars.charAt(i - 1)))) {
        from = i;
      }
    }
    return from;
  }
}
