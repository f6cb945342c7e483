package org.hearth.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.Test;

/** Messages of libraries quote what they could not read, which is what people wrote. */
class LogsHoldNoMessageOfAFaultTest {
  private static final String SECRET = "I was born in Ludlow";

  @Test
  void neitherItsOwnNorThatOfACauseNorOfWhatWasSuppressed() {
    var fault = new IllegalStateException(SECRET, new IllegalArgumentException(SECRET, new RuntimeException(SECRET)));
    fault.addSuppressed(new IllegalStateException(SECRET));
    assertThat(logged(fault)).doesNotContain(SECRET).contains("IllegalStateException", "IllegalArgumentException", "RuntimeException");
  }

  @Test
  void itSaysWhereAndDuringWhat() {
    assertThat(logged(new IllegalStateException(SECRET))).contains("GET /api/groups 1234", getClass().getSimpleName());
  }

  @Test
  void aRingOfCausesComesToAnEnd() {
    var one = new IllegalStateException(SECRET);
    var other = new IllegalArgumentException(SECRET, one);
    one.initCause(other);
    assertThat(logged(one)).doesNotContain(SECRET);
  }

  private static String logged(Throwable fault) {
    var log = Logger.getLogger(LogsHoldNoMessageOfAFaultTest.class.getName());
    var lines = new Lines();
    log.setUseParentHandlers(false);
    log.addHandler(lines);
    Faults.log(LogsHoldNoMessageOfAFaultTest.class, "GET /api/groups 1234", fault);
    log.removeHandler(lines);
    assertThat(lines.written).hasSize(1);
    return lines.written.getFirst();
  }

  private static final class Lines extends Handler {
    final List<String> written = new ArrayList<>();

    @Override
    public void publish(LogRecord line) {
      written.add(new SimpleFormatter().format(line));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
