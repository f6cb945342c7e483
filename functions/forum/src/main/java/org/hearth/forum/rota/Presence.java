package org.hearth.forum.rota;

import java.time.Instant;
import org.hearth.forum.Stored;
import org.hearth.forum.members.Role;

/** When a moderator was last at work, to within {@link AtWork#STEP}. Whoever has been at work once can be given shifts. */
public record Presence(String moderatorId, String name, Role role, Instant at, long revision) implements Stored {}
