package org.hearth.lambda.http;

import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Logs what went wrong and where, never the message: messages of libraries quote what people wrote. */
public final class Faults {
  private static final int FRAMES = 8;

  private Faults() {}

  public static void log(Logger log, String during, Throwable fault) {
    log.log(Level.SEVERE, () -> during + ": " + describe(fault));
  }

  private static String describe(Throwable fault) {
    var where = Arrays.stream(fault.getStackTrace()).limit(FRAMES).map(StackTraceElement::toString).collect(Collectors.joining(" < "));
    var cause = fault.getCause() == null || fault.getCause() == fault ? "" : " caused by " + describe(fault.getCause());
    return fault.getClass().getName() + " at " + where + cause;
  }
}
