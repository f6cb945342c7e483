package org.hearth.forum;

import org.hearth.forum.access.ExtensionRequests;
import org.hearth.forum.access.Invitations;
import org.hearth.forum.audit.AuditLog;
import org.hearth.forum.care.Cares;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.drill.Drills;
import org.hearth.forum.erasure.Erasures;
import org.hearth.forum.greeting.Greeters;
import org.hearth.forum.listing.Threads;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.members.Members;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.reporting.Senders;
import org.hearth.forum.resources.Resources;
import org.hearth.forum.rota.Rotas;

/** Where everything is kept. */
public record Stores(
    Posts posts, Threads threads, Members members, Erasures erasures, Marks marks, Senders senders, Greeters greeters, Resources resources, Invitations invitations, ExtensionRequests extensions, Conversations conversations, Cases cases, AuditLog log, Rotas rotas,
    Cares cares, Drills drills, Groups groups, Changes changes) {
  /** Writes items that are not there yet, each by itself. */
  public void add(Stored... items) {
    for (var item : items) {
      changes.commit(new Change().add(item));
    }
  }
}
