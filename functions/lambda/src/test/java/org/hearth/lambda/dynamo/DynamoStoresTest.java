package org.hearth.lambda.dynamo;

import org.hearth.forum.AuditLogContract;
import org.hearth.forum.CasesContract;
import org.hearth.forum.ChangesContract;
import org.hearth.forum.GroupsContract;
import org.hearth.forum.MarksContract;
import org.hearth.forum.MembersContract;
import org.hearth.forum.PostsContract;
import org.hearth.forum.Stores;
import org.hearth.forum.ThreadsContract;
import org.junit.jupiter.api.Nested;

/** The stores on DynamoDB Local, each test on tables of its own. */
class DynamoStoresTest {
  @Nested
  class KeepsChanges extends ChangesContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsPosts extends PostsContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsThreads extends ThreadsContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsMembers extends MembersContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsCases extends CasesContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsTheAuditLog extends AuditLogContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsGroups extends GroupsContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }

  @Nested
  class KeepsMarks extends MarksContract {
    @Override
    protected Stores stores() {
      return DynamoLocal.stores(DynamoLocal.newTables());
    }
  }
}
