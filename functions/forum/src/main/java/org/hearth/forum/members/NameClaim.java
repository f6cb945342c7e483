package org.hearth.forum.members;

import org.hearth.forum.Stored;

/** Says whose a pseudonym is: one for each folded name, so that no two people can look alike. */
public record NameClaim(String foldedName, String memberId, long revision) implements Stored {}
