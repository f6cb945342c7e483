package org.hearth.forum.screening;

/** A piece of personal data in the submitted text. */
record Person(Kind kind, int start, int end) {
  /** What it is; the order decides which of two that overlap is kept. */
  enum Kind {
    EMAIL("email", "An e-mail address."),
    ID_NUMBER("id-number", "A number that identifies a person."),
    BIRTH_DATE("dob", "A date of birth."),
    PHONE("phone", "A phone number."),
    ADDRESS("address", "A postal address."),
    HANDLE("handle", "A name on another site, by which a member can be found."),
    FULL_NAME("full-name", "A first name with a surname.");

    private final String rule;
    private final String reason;

    Kind(String rule, String reason) {
      this.rule = "personal-data." + rule;
      this.reason = reason;
    }
  }

  Finding finding() {
    return new Finding(Family.PERSONAL_DATA, kind.rule, Grade.AMBER, start, end, kind.reason);
  }

  boolean overlaps(Person other) {
    return start < other.end && other.start < end;
  }
}
