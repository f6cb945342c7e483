package org.hearth.lambda.http;

import java.util.Arrays;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Logs what went wrong and where, never the message: messages of libraries quote what people wrote. */
public final class Faults {
  private static final int FRAMES = 8;
  private static final int CAUSES = 5;

  private Faults() {}

  /** @param by whose fault it is; its logger is made only now, for most starts have nothing to log */
  public static void log(Class<?> by, String during, Throwable fault) {
    Logger.getLogger(by.getName()).log(Level.SEVERE, () -> during + ": " + describe(fault));
  }

  private static String describe(Throwable fault) {
    return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(CAUSES)
        .map(one -> one.getClass().getName() + " at " + where(one)).collect(Collectors.joining(" caused by "));
  }

  private static String where(Throwable fault) {
    return Arrays.stream(fault.getStackTrace()).limit(FRAMES).map(StackTraceElement::toString).collect(Collectors.joining(" < "));
  }
}
