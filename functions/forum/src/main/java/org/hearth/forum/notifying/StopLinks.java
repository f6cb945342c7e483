package org.hearth.forum.notifying;

import java.util.Optional;

/** Links that end mail without signing in. */
public interface StopLinks {
  String linkFor(String memberId);

  /** Whose mail the token of such a link ends; empty when it is none of ours. */
  Optional<String> memberOf(String token);
}
