package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearth.forum.Samples.minutes;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.marks.Marks.Left;
import org.hearth.forum.marks.Marks.Shown;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.marks.ThreadMarks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member left on one thread and on all, and how far they read. */
public abstract class MarksContract {
  private final String ada = "m-" + TestIds.any();
  private final ThreadMarks speaks = ThreadMarks.none(ada, TestIds.any()).speakingAs("A member");
  private final Reading reading = new Reading(ada, Map.of(TestIds.any(), new Reading.Mark(TestIds.any(), minutes(3))), 1);
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  @Test
  void allThatAMemberLeftIsReadTogether() {
    var other = ThreadMarks.none(ada, TestIds.any()).speakingAs("A member");
    stores.add(speaks, other, reading, ThreadMarks.none("m-bo", speaks.threadId()).speakingAs("Another"));
    var left = stores.marks().of(ada);
    assertThat(left.marks()).containsExactlyInAnyOrder(speaks, other);
    assertThat(left.reading()).contains(reading);
    assertThat(stores.marks().of("m-nobody")).isEqualTo(new Left(List.of(), Optional.empty()));
    assertThat(stores.marks().reading(ada)).contains(reading);
    assertThat(stores.marks().reading("m-bo")).isEmpty();
  }

  @Test
  void aThreadIsShownWithWhatAMemberLeftOnIt() {
    var thread = Samples.thread("g", true, minutes(0));
    var marks = ThreadMarks.none(ada, thread.id()).speakingAs("A member");
    stores.add(thread, marks, speaks, reading);
    assertThat(stores.marks().shown(ada, thread.id())).isEqualTo(new Shown(Optional.of(thread), Optional.of(marks), Optional.of(reading)));
    assertThat(stores.marks().shown("m-bo", thread.id())).isEqualTo(new Shown(Optional.of(thread), Optional.empty(), Optional.empty()));
    assertThat(stores.marks().shown("m-bo", TestIds.any())).isEqualTo(new Shown(Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
