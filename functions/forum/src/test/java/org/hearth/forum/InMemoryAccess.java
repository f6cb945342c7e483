package org.hearth.forum;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.ExtensionRequests;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.access.Invitations;

/** Invitations to groups of an {@link InMemoryForum}, and who asked to stay for longer. */
public final class InMemoryAccess implements Invitations, ExtensionRequests {
  private final InMemoryForum forum;

  InMemoryAccess(InMemoryForum forum) {
    this.forum = forum;
  }

  @Override
  public Optional<Invitation> find(String id) {
    return forum.get(Invitation.class, id);
  }

  @Override
  public List<Invitation> all() {
    return forum.each(Invitation.class).sorted(Comparator.comparing(Invitation::id)).toList();
  }

  @Override
  public Optional<ExtensionRequest> find(String memberId, String groupId) {
    return forum.get(ExtensionRequest.class, memberId + "/" + groupId);
  }

  @Override
  public List<ExtensionRequest> of(String memberId) {
    return forum.each(ExtensionRequest.class).filter(one -> one.memberId().equals(memberId)).toList();
  }

  @Override
  public List<ExtensionRequest> waiting(int most) {
    return forum.each(ExtensionRequest.class).filter(ExtensionRequest::waits).sorted(Comparator.comparing(ExtensionRequest::askedAt)).limit(most).toList();
  }
}
