package org.hearth.forum.access;

import java.util.List;
import java.util.Optional;

/** Who asked to stay for longer. Writes go through {@link org.hearth.forum.Changes}. */
public interface ExtensionRequests {
  Optional<ExtensionRequest> find(String memberId, String groupId);

  /** A member's own. */
  List<ExtensionRequest> of(String memberId);

  /** Those without an answer, the one that waits longest first. */
  List<ExtensionRequest> waiting(int most);
}
