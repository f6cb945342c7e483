package org.hearth.forum;

import org.junit.jupiter.api.Nested;

/** The fake keeps the stores' contracts, so that a rule that holds on it holds on the tables. */
class InMemoryStoresTest {
  @Nested
  class KeepsChanges extends ChangesContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsPosts extends PostsContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsThreads extends ThreadsContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsMembers extends MembersContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsCases extends CasesContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsTheAuditLog extends AuditLogContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsGroups extends GroupsContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }

  @Nested
  class KeepsMarks extends MarksContract {
    @Override
    protected Stores stores() {
      return new InMemoryForum().stores();
    }
  }
}
