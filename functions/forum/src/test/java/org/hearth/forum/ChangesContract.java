package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Profile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All of a change is written or none, and only on what was read. */
public abstract class ChangesContract {
  private Stores stores;
  private Profile ada;
  private Profile bo;

  protected abstract Stores stores();

  @BeforeEach
  void somebodyIsThere() {
    stores = stores();
    ada = Samples.profile("Ada");
    bo = Samples.profile("Bo");
    stores.add(ada, bo);
  }

  @Test
  void addsWhatIsNotThere() {
    var cy = Samples.profile("Cy");
    stores.changes().commit(new Change().add(cy));
    assertThat(stores.members().find(cy.id())).contains(cy);
  }

  @Test
  void doesNotAddWhatIsThere() {
    refused(new Change().add(ada.counting(5)));
    assertThat(stores.members().find(ada.id())).contains(ada);
  }

  @Test
  void writesOnlyWhereNothingHasComeMeanwhile() {
    var cy = Samples.profile("Cy");
    stores.changes().commit(new Change().absent(cy).save(ada.counting(1)));
    assertThat(stores.members().find(cy.id())).isEmpty();
    assertThat(stores.members().find(ada.id())).contains(ada.counting(1));
    stores.changes().commit(new Change().add(cy));
    refused(new Change().absent(cy).save(ada.counting(1).counting(1)));
    assertThat(stores.members().find(ada.id())).contains(ada.counting(1));
  }

  @Test
  void replacesTheRevisionThatWasRead() {
    stores.changes().commit(new Change().save(ada.counting(1)));
    assertThat(stores.members().find(ada.id())).contains(ada.counting(1));
  }

  @Test
  void doesNotReplaceAnotherRevision() {
    stores.changes().commit(new Change().save(ada.counting(1)));
    refused(new Change().save(ada.counting(2)));
    assertThat(stores.members().find(ada.id())).contains(ada.counting(1));
  }

  @Test
  void doesNotReplaceWhatIsNotThere() {
    var nobody = Samples.profile("Nobody").counting(1);
    refused(new Change().save(nobody));
    assertThat(stores.members().find(nobody.id())).isEmpty();
  }

  @Test
  void removesTheRevisionThatWasRead() {
    stores.changes().commit(new Change().remove(ada));
    assertThat(stores.members().find(ada.id())).isEmpty();
  }

  @Test
  void doesNotRemoveAnotherRevision() {
    stores.changes().commit(new Change().save(ada.counting(1)));
    refused(new Change().remove(ada));
    assertThat(stores.members().find(ada.id())).contains(ada.counting(1));
  }

  @Test
  void doesNotRemoveWhatIsNotThere() {
    refused(new Change().remove(Samples.profile("Nobody")));
  }

  @Test
  void writesNothingForWhatMustStayTheSame() {
    assertThatCode(() -> stores.changes().commit(new Change().unchanged(ada))).doesNotThrowAnyException();
    assertThat(stores.members().find(ada.id())).contains(ada);
  }

  @Test
  void writesNothingWhenWhatMustStayTheSameDidNot() {
    stores.changes().commit(new Change().save(ada.counting(1)));
    refused(new Change().unchanged(ada).save(bo.counting(1)));
    refused(new Change().unchanged(Samples.profile("Nobody")).save(bo.counting(1)));
    assertThat(stores.members().find(bo.id())).contains(bo);
  }

  @Test
  void writesAllOrNothing() {
    var claim = new NameClaim("ada-" + ada.id(), ada.id(), 1);
    stores.changes().commit(new Change().add(claim).save(ada.counting(1)).save(bo.counting(1)));
    assertThat(stores.members().claimOn(claim.foldedName())).contains(claim);

    var other = new NameClaim("bo-" + bo.id(), bo.id(), 1);
    refused(new Change().add(other).save(bo.counting(2).counting(0)).save(ada.counting(7)));
    assertThat(stores.members().claimOn(other.foldedName())).isEmpty();
    assertThat(stores.members().find(ada.id())).contains(ada.counting(1));
    assertThat(stores.members().find(bo.id())).contains(bo.counting(1));
  }

  @Test
  void oneItemTwiceInAChangeIsNeverWritten() {
    assertThatThrownBy(() -> stores.changes().commit(new Change().save(ada.counting(1)).unchanged(ada))).isInstanceOf(RuntimeException.class);
    assertThat(stores.members().find(ada.id())).contains(ada);
  }

  @Test
  void ofSixteenRacingWritersOneWins() throws Exception {
    int writers = 16;
    var together = new CyclicBarrier(writers);
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var races = IntStream.rangeClosed(1, writers).<Callable<Boolean>>mapToObj(writer -> () -> {
        together.await();
        return wins(new Change().save(ada.counting(writer)).save(bo.counting(writer)));
      }).toList();
      long won = 0;
      for (var race : threads.invokeAll(races)) {
        won += race.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
    var after = stores.members().find(ada.id()).orElseThrow();
    assertThat(after.revision()).isEqualTo(2);
    assertThat(stores.members().find(bo.id()).orElseThrow().publishedCount()).isEqualTo(after.publishedCount());
  }

  @Test
  void ofSixteenRacingWritersOfANewItemOneWins() throws Exception {
    int writers = 16;
    var together = new CyclicBarrier(writers);
    var name = "cy-" + ada.id();
    try (var threads = Executors.newFixedThreadPool(writers)) {
      var races = IntStream.rangeClosed(1, writers).<Callable<Boolean>>mapToObj(writer -> () -> {
        together.await();
        return wins(new Change().add(new NameClaim(name, "m-" + writer, 1)));
      }).toList();
      long won = 0;
      for (var race : threads.invokeAll(races)) {
        won += race.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    }
    assertThat(stores.members().claimOn(name)).isPresent();
  }

  private boolean wins(Change change) {
    try {
      stores.changes().commit(change);
      return true;
    } catch (Conflict lost) {
      return false;
    }
  }

  private void refused(Change change) {
    assertThatThrownBy(() -> stores.changes().commit(change)).isInstanceOf(Conflict.class);
  }
}
