package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearth.forum.members.NameClaim;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members by their id, and whose a pseudonym is. */
public abstract class MembersContract {
  private Stores stores;

  protected abstract Stores stores();

  @BeforeEach
  void empty() {
    stores = stores();
  }

  @Test
  void findsAMember() {
    var ada = Samples.profile("Ada");
    stores.add(ada, Samples.profile("Bo"));
    assertThat(stores.members().find(ada.id())).contains(ada);
    assertThat(stores.members().find("m-nobody")).isEmpty();
  }

  @Test
  void aNameIsWhoseClaimItIs() {
    var claim = new NameClaim("quiet river " + TestIds.any(), "m-ada", 1);
    stores.add(claim);
    assertThat(stores.members().claimOn(claim.foldedName())).contains(claim);
    assertThat(stores.members().claimOn("nobody's")).isEmpty();

    stores.changes().commit(new Change().remove(claim));
    assertThat(stores.members().claimOn(claim.foldedName())).isEmpty();
  }
}
