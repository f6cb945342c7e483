package org.hearth.forum.members;

import org.hearth.forum.Stored;

/** All that is left of an erased member who was muted, suspended or banned: so that erasing oneself is no way round it. */
public record KeptStanding(String memberId, Standing standing, long revision) implements Stored {}
