package org.hearth.forum;

class InMemoryRoundTripTest extends RoundTripContract {
  @Override
  protected Stores stores() {
    return new InMemoryForum().stores();
  }
}
