package org.hearth.forum;

import java.util.List;

/** Ends a use case before anything was written. It has no stack trace: it is an answer, not a fault. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  public Refused(Refusal refusal) {
    super(refusal.getClass().getSimpleName(), null, false, false);
    this.refusal = refusal;
  }

  public static Refused invalid(String field, String detail) {
    return new Refused(new Refusal.Invalid(List.of(new FieldError(field, detail))));
  }

  public static Refused notFound() {
    return new Refused(new Refusal.NotFound());
  }

  public Refusal refusal() {
    return refusal;
  }
}
