package org.hearth.forum.posting;

import java.util.List;
import java.util.Optional;

/** All groups, in their order. They change seldom: what is read here may be a minute old. */
public interface Groups {
  List<Group> all();

  default Optional<Group> find(String groupId) {
    return BetweenTwo.is(groupId) ? Optional.of(BetweenTwo.group(groupId)) : all().stream().filter(group -> group.id().equals(groupId)).findFirst();
  }
}
