package org.hearth.forum;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hearth.forum.members.Standing;

/** Why something was not done. Every kind is answered in its own words; adding one does not compile until it is answered. */
public sealed interface Refusal {

  /** Nobody is signed in, or the session has come to its end. */
  record NotSignedIn(boolean expired) implements Refusal {}

  /** Signed in, but no pseudonym has been chosen yet. */
  record NeedsName() implements Refusal {}

  /** The caller's role may not do this, and may know that it exists. */
  record WrongRole() implements Refusal {}

  /** The caller is muted, suspended or banned. */
  record StandingForbids(Standing standing) implements Refusal {}

  /** It does not exist, or the caller may not know that it does: the answer is the same to the byte. */
  record NotFound() implements Refusal {}

  /** Another moderator holds the claim. */
  record Claimed(String byName, Instant until) implements Refusal {}

  /** A decision needs the claim, and the caller does not hold it. */
  record NotClaimed() implements Refusal {}

  /** It changed since the caller read it. */
  record Changed(String nextStep) implements Refusal {}

  /** The state of the thing does not allow it; {@code why} is a sentence for the person. */
  record Locked(String why) implements Refusal {}

  /** Field by field, what is wrong and how to mend it. */
  record Invalid(List<FieldError> errors) implements Refusal {}

  /** The same Idempotency-Key came with another body. */
  record KeyReused() implements Refusal {}

  /** Too many in the window; it opens again after {@code retryAfter}. */
  record TooMany(Duration retryAfter) implements Refusal {}

  /** It could not be done just now, although nothing is wrong with it. */
  record Unavailable() implements Refusal {}
}
