package org.hearth.forum.listing;

import java.util.List;

/**
 * Whom to call in a crisis, by region.
 *
 * @param region its ISO 3166 code
 * @param emergency the number of the emergency services
 */
public record HelpLines(String region, String name, String emergency, List<Line> lines) {

  /** @param phone or {@code text} may be null, where a line has none */
  public record Line(String name, String phone, String text, String url, String hours, String about) {}

  private static final String ALWAYS = "Day and night, every day";

  private static final List<HelpLines> ALL = List.of(
      new HelpLines("GB", "United Kingdom", "999", List.of(
          new Line("Samaritans", "116 123", null, "https://www.samaritans.org", ALWAYS, "To talk about anything that is troubling you"),
          new Line("Shout", null, "SHOUT to 85258", "https://giveusashout.org", ALWAYS, "To text instead of talking"),
          new Line("NHS 111", "111", null, "https://111.nhs.uk", ALWAYS, "Urgent help with your health; choose the mental health option"))),
      new HelpLines("IE", "Ireland", "112", List.of(
          new Line("Samaritans", "116 123", null, "https://www.samaritans.org/ireland", ALWAYS, "To talk about anything that is troubling you"),
          new Line("Text About It", null, "HELLO to 50808", "https://www.textaboutit.ie", ALWAYS, "To text instead of talking"))),
      new HelpLines("US", "United States", "911", List.of(
          new Line("988 Suicide & Crisis Lifeline", "988", "988", "https://988lifeline.org", ALWAYS, "To talk, text or chat in a crisis"),
          new Line("Crisis Text Line", null, "HOME to 741741", "https://www.crisistextline.org", ALWAYS, "To text instead of talking"))),
      new HelpLines("CA", "Canada", "911", List.of(
          new Line("9-8-8 Suicide Crisis Helpline", "988", "988", "https://988.ca", ALWAYS, "To talk or text in a crisis, in English or French"))),
      new HelpLines("AU", "Australia", "000", List.of(
          new Line("Lifeline", "13 11 14", "0477 13 11 14", "https://www.lifeline.org.au", ALWAYS, "To talk or text in a crisis"),
          new Line("Beyond Blue", "1300 22 4636", null, "https://www.beyondblue.org.au", ALWAYS, "About anxiety and depression"))),
      new HelpLines("NZ", "New Zealand", "111", List.of(
          new Line("1737, need to talk?", "1737", "1737", "https://1737.org.nz", ALWAYS, "To talk or text with a trained counsellor"),
          new Line("Lifeline Aotearoa", "0800 543 354", "4357", "https://www.lifeline.org.nz", ALWAYS, "To talk or text in a crisis"))),
      new HelpLines("ZZ", "Anywhere else", "112", List.of(
          new Line("Find a Helpline", null, null, "https://findahelpline.com", ALWAYS, "Lines in more than a hundred countries"))));

  public static List<HelpLines> all() {
    return ALL;
  }

  /** The lines of a region; where we know none, how to find some. */
  public static HelpLines of(String region) {
    return ALL.stream().filter(known -> known.region().equalsIgnoreCase(region)).findFirst().orElse(ALL.getLast());
  }
}
