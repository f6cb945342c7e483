package org.hearth.lambda.members;

import java.util.Optional;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;

/** What is known of a session. */
public interface Sessions {

  /** @param ended whether the member signed out of this session */
  record Known(Optional<Profile> profile, Optional<Preferences> preferences, boolean greets, boolean ended) {}

  Known find(String memberId, String tokenId);
}
