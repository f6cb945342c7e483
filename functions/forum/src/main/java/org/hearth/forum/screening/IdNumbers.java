package org.hearth.forum.screening;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/** Numbers that identify a person or an account, and dates of birth. */
final class IdNumbers {
  private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
      + "|sept?(?:ember)?|oct(?:ober)?|"
      + "nov(?:ember)?|dec(?:ember)?|januar|februar|marz|mai|juni|juli|oktober|dezember|janvier|fevrier|mars|avril|juin|juillet"
      + "|aout|septembre|"
      + "octobre|novembre|decembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
      + "gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|janeiro|fevereiro|marco|maio|junho|julho"
      + "|setembro|outubro|dezembro)";
  private static final String DATE = "(?:\\d{1,2} ?[./-] ?\\d{1,2} ?[./-] ?(?:19|20)?\\d\\d|(?:19"
      + "|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{6}\\b|\\d{8}\\b|"
      + "\\d{1,2}(?:st|nd|rd|th)?\\.? (?:of |de |di )?" + MONTH + "\\.?,? (?:of |de |del )?(?:19|20|')?\\d\\d|" + MONTH
      + "\\.? \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20|')\\d\\d)";
  private static final Pattern BIRTH = Pattern.compile(
      "(?:\\b(?:d\\.?o\\.?b\\.?|date of birth|birth ?date|born(?: on)?(?: the)?|birthday(?: is|'s)?|bday|"
      + "geboren(?: am)?|geb\\.?|geburtsdatum|ne le|nee le|date de naissance|naci el|nacio el|nacido el|nacida el"
      + "|fecha de nacimiento|"
      + "nato il|nata il|data di nascita|nasci em|data de nascimento|urodzon[ya]|fodd|geboortedatum)\\b[^0-9a-z]{0,4}(?:(?:was"
      + "|is|on|the|of|my|am|le|el|il|em)[ :]{1,2}){0,2})("
      + DATE + ")|(" + DATE + ")(?: is|'s)? (?:(?:my|his|her) )?(?:date of birth|dob|birthdate|birthday)");
  private static final Pattern SHAPED = Pattern.compile(
      "(\\b[a-z]{2} ?\\d{2} ?(?:[a-z0-9]{4} ?){2,7}[a-z0-9]{0,4}\\b)"
      + "|(\\b[a-z]{2} ?\\d{2} ?\\d{2} ?\\d{2} ?[a-d]\\b)"
      + "|(\\b\\d{3}-\\d{2}-\\d{4}\\b)"
      + "|(\\b(?:\\d{4}[ -]?){3}\\d{1,7}\\b|\\b\\d{4}[ -]\\d{6}[ -]\\d{5}\\b|\\b\\d{12,19}\\b)"
      + "|(\\b\\d{2}-\\d{2}-\\d{2}[ ,/]{1,3}(?:acc?(?:ount)? ?(?:no|number)? ?)?\\d{6,8}\\b|\\b\\d{8}[ ,/]{1,3}(?:sort ?code "
      + "|sc )?\\d{2}-\\d{2}-\\d{2}\\b)"
      + "|(\\b[a-z9]{5} ?\\d{6} ?[a-z0-9]{2} ?[a-z0-9]{3}\\b)"
      + "|(\\b[a-z]{4}\\d{2} \\d [a-z]\\d{4,5}[a-z]? \\d{4}\\b)");
  private static final Pattern NAMED = Pattern.compile(
      "\\b(?:nhs|national insurance|ni|n\\.i\\.|nino|passport|driving licen[cs]e|driver'?s? licen[cs]e|licence|license|"
      + "account|acc|acct|sort ?code|social security|ssn|social|sin|tfn|medicare|medicaid|member|membership|customer|patient"
      + "|hospital|case|claim|policy|"
      + "insurance|pension|student|staff|employee|payroll|crn|chi|pps|ppsn|pesel|dni|nie|nif|cpf|curp|steuer(?:id|nummer)?"
      + "|steuer-id|versichertennummer|"
      + "krankenkasse|securite sociale|numero de securite|codice fiscale|bsn|personnummer|card|debit card|credit card"
      + "|long number|blue badge|"
      + "pin|reg|registration|plate|van reg|utr|tax|medical record|mrn|prison|prisoner|warrant|crime ref(?:erence)?|uci|iban"
      + "|bank details|bank)"
      + "(?: (?:number|no|nr|num|id|reference|ref|code|card|details|plate))*\\.?(?: ?(?:is|was|=|:|#|'s|s|ends|it's|are|no"
      + "|number|nr|es|ist|e|my|the|on|the front|mine is)){0,3}[ :#.\\-]{1,3}"
      + "((?:[a-z]{0,4}[ -]?)?(?:\\d[ \\-/]?){4,16}\\d?[a-z]?(?:[ ,/]{1,2}(?:sort ?code |sc )?\\d{2}-\\d{2}-\\d{2})?\\b)");

  private static final List<String> BIRTHS = List.of("birth", "born", "dob", "d.o.b", "d.o.b.", "bday", "geb", "ne le", "nee le"
      , "naci", "nat", "nasc", "urodz", "fodd");

  private IdNumbers() {}

  static void find(Prepared post, List<Person> found) {
    Folded text = post.folded();
    int digits = Cues.digits(text.chars());
    if (digits >= 3 && Cues.any(text.chars(), BIRTHS)) {
      births(text, found);
    }
    if (digits >= 6) {
      shaped(text, found);
    }
    if (digits >= 5) {
      named(text, found);
    }
  }

  private static void births(Folded text, List<Person> found) {
    Matcher birth = BIRTH.matcher(text.chars());
    while (birth.find()) {
      int group = birth.start(1) >= 0 ? 1 : 2;
      found.add(new Person(Person.Kind.BIRTH_DATE, text.start(birth.start(group)), text.end(birth.end(group) - 1)));
    }
  }

  private static void shaped(Folded text, List<Person> found) {
    Matcher shaped = SHAPED.matcher(text.chars());
    while (shaped.find()) {
      if (isNumber(shaped)) {
        found.add(new Person(Person.Kind.ID_NUMBER, text.start(shaped.start()), text.end(shaped.end() - 1)));
      }
    }
  }

  private static void named(Folded text, List<Person> found) {
    Matcher named = NAMED.matcher(text.chars());
    while (named.find()) {
      if (named.group(1).chars().filter(Character::isDigit).count() >= 5) {
        found.add(new Person(Person.Kind.ID_NUMBER, text.start(named.start(1)), text.end(named.end(1) - 1)));
      }
    }
  }

  private static boolean isNumber(Matcher shaped) {
    String compact = shaped.group().replace(" ", "").replace("-", "");
    long digits = compact.chars().filter(Character::isDigit).count();
    if (shaped.start(1) >= 0) {
      return compact.length() >= 15 && digits * 2 > compact.length();
    }
    if (shaped.start(4) >= 0) {
      return digits >= 13 && (passesLuhn(compact) || digits >= 14);
    }
    if (shaped.start(6) >= 0) {
      return digits >= 6 && compact.length() >= 16;
    }
    return true;
  }

  /** The check digit of payment cards (ISO/IEC 7812-1). */
  private static boolean passesLuhn(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(digits.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    }
    return sum % 10 == 0;
  }
}
