package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Says with what a use case was refused. */
public final class Refusals {
  private Refusals() {}

  /** The refusal that the call ends with, which must be of that kind. */
  public static <R extends Refusal> R refused(Class<R> kind, ThrowingCallable call) {
    var refused = catchThrowableOfType(Refused.class, call);
    assertThat(refused).as("refused with " + kind.getSimpleName()).isNotNull();
    assertThat(refused.refusal()).isInstanceOf(kind);
    return kind.cast(refused.refusal());
  }

  public static void notFound(ThrowingCallable call) {
    refused(Refusal.NotFound.class, call);
  }

  /** The call is refused for this field, and the sentence says how to mend it. */
  public static String invalid(String field, ThrowingCallable call) {
    var errors = refused(Refusal.Invalid.class, call).errors();
    assertThat(errors).extracting(FieldError::field).contains(field);
    return errors.stream().filter(error -> error.field().equals(field)).findFirst().orElseThrow().detail();
  }
}
