package org.hearth.forum;

import java.util.List;
import java.util.Optional;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.resources.Resources;

/** The library of an {@link InMemoryForum}. */
public final class InMemoryResources implements Resources {
  private final InMemoryForum forum;

  InMemoryResources(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public List<Resource> all() {
    return forum.all(Resource.class);
  }

  @Override
  public Optional<Resource> find(String id) {
    return forum.get(Resource.class, id);
  }
}
