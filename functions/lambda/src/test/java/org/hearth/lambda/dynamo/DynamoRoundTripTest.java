package org.hearth.lambda.dynamo;

import org.hearth.forum.RoundTripContract;
import org.hearth.forum.Stores;

class DynamoRoundTripTest extends RoundTripContract {
  private static final Stores STORES = DynamoLocal.stores(DynamoLocal.newTables());

  @Override
  protected Stores stores() {
    return STORES;
  }
}
