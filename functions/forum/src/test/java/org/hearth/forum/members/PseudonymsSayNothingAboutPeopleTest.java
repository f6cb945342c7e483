package org.hearth.forum.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Refusals.invalid;

import org.hearth.forum.Community;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PseudonymsSayNothingAboutPeopleTest {
  private final Community community = new Community();

  private Profile joins(String id, String name) {
    return community.joining.as(id, Role.MEMBER, name).profile();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      jo@example.org       | e-mail
      jo at example dot com| e-mail
      example.com          | e-mail
      07700 900123         | phone
      call 0161 496 0000   | phone
      Mary Smith           | full name
      Mary J. Smith        | full name
      Mary-Smith           | full name
      Mary O'Brien         | full name
      mary smith           | full name
      mary_smith           | full name
      james t. kirk        | full name
      sarah jones 7        | full name
      Rose Tyler           | full name
      Xiomara Okafor       | full name
      Mary McDonald        | full name
      admin                | run this community
      Moderator            | run this community
      M0derator            | run this community
      Mοderator            | run this community
      Hearth               | run this community
      H e a r t h          | run this community
      safeguarding lead    | run this community
      a                    | 2 to 24
      abcdefghijklmnopqrstuvwxyz | 2 to 24
      !!!                  | letters
      1234                 | letter
      <b>                  | letters
      """)
  void theReasonIsSaid(String name, String why) {
    assertThat(invalid("name", () -> joins("m-new", name))).contains(why);
    assertThat(community.forum.members.find("m-new")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u202Eyobgnol", "ab\u0000c", "ab\uD83D", "two\nlines"})
  void namesThatCannotBeShownAreRefused(String name) {
    invalid("name", () -> joins("m-new", name));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "Quiet River", "tuesday_walker", "Sleepy Owl", "Ash", "Midnight Kettle", "Mr Whiskers", "Zoë", "王小", "Łukasz", "robin.hood",
    "The Gardener", "Loud Brook", "rose garden", "robin redbreast", "april rain", "paperboat7", "O'Malley", "علي", "night owl 22", "Jo"})
  void ordinaryNamesAreTaken(String name) {
    var joined = joins("m-new", "  " + name + " ");
    assertThat(joined.name()).isEqualTo(name);
    assertThat(joined.standing()).isEqualTo(Standing.GOOD);
    assertThat(joined.joinedAt()).isEqualTo(community.clock.instant());
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet river", "QuietRiver", "Quiet_River", "quiet rlver", "Qu1et River", "quiеt river", "QUIET  RIVER", "quiet.river", "quíet river"})
  void aNameThatLooksLikeAnothersIsTheirs(String lookalike) {
    joins("m-first", "Quiet River");
    assertThat(invalid("name", () -> joins("m-second", lookalike))).contains("Another member");
  }

  @ParameterizedTest
  @ValueSource(strings = {"quiet rover", "quiet liver", "quiet river 2"})
  void aNameThatLooksDifferentIsFree(String other) {
    joins("m-first", "Quiet River");
    assertThat(joins("m-second", other).name()).isEqualTo(other);
  }

  @Test
  void ofTwoAtTheSameMomentOneHasIt() {
    community.forum.beforeNextCommit(() -> joins("m-first", "Quiet River"));
    invalid("name", () -> joins("m-second", "Quiet River"));
    assertThat(community.forum.members.find("m-second")).isEmpty();
  }

  @Test
  void anOldNameIsFreeAgain() {
    joins("m-first", "Quiet River");
    assertThat(community.joining.as("m-first", Role.MEMBER, "loud brook").joined()).isFalse();
    joins("m-second", "Quiet River");
    invalid("name", () -> joins("m-second", "loud brook"));
  }

  @Test
  void oneMayWriteOnesOwnNameAnotherWay() {
    joins("m-first", "quiet river");
    assertThat(joins("m-first", "Quiet River").name()).isEqualTo("Quiet River");
    invalid("name", () -> joins("m-second", "quiet river"));
  }

  @Test
  void aNewNameChangesNothingElse() {
    var before = joins("m-first", "quiet river");
    community.forum.put(before.counting(3).sanctioned(new Standing(Standing.State.MUTED, null), null, 0));
    var after = joins("m-first", "loud brook");
    assertThat(after.publishedCount()).isEqualTo(3);
    assertThat(after.standing().state()).isEqualTo(Standing.State.MUTED);
  }
}
