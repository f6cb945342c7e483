package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.posting.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All groups, in their order. */
public abstract class GroupsContract {
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  @Test
  void groupsComeInTheOrderOfTheirPositions() {
    assertThat(stores.groups().all()).isEmpty();
    var second = Samples.group("Carers", Visibility.MEMBERS, 2);
    var tenth = Samples.group("New parents", Visibility.RESTRICTED, 10);
    var first = Samples.group("Evenings", Visibility.PUBLIC, 0);
    stores.add(tenth, second, first);
    assertThat(stores.groups().all()).containsExactly(first, second, tenth);
  }

  @Test
  void findsAGroup() {
    var evenings = Samples.group("Evenings", Visibility.PUBLIC, 0);
    stores.add(evenings, Samples.group("Carers", Visibility.MEMBERS, 1));
    assertThat(stores.groups().find(evenings.id())).contains(evenings);
    assertThat(stores.groups().find("g-none")).isEmpty();
  }
}
