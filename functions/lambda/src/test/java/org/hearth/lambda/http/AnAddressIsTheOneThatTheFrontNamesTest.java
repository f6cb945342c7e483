package org.hearth.lambda.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnAddressIsTheOneThatTheFrontNamesTest {
  private static final String EDGE_ADDRESS = "130.176.0.1";

  @ParameterizedTest
  @CsvSource({
    // what came along, the front's word with it, the word that is expected, whose address it is
    "'192.0.2.1, 130.176.0.1', word, word, 192.0.2.1",
    "'192.0.2.1', word, word, 192.0.2.1",
    "'6.6.6.6, 192.0.2.1, 130.176.0.1', word, word, 192.0.2.1",
    "'6.6.6.6, 130.176.0.1', guess, word, 130.176.0.1",
    "'6.6.6.6', '', word, 130.176.0.1",
    "'192.0.2.1', '', '', 192.0.2.1",
    "'', word, word, 130.176.0.1",
  })
  void andNothingThatSomebodyClaims(String forwarded, String sent, String expected, String address) {
    var event = Map.<String, Object>of(
        "headers", Map.of("x-forwarded-for", forwarded, "x-hearth-edge", sent),
        "requestContext", Map.of("http", Map.of("sourceIp", EDGE_ADDRESS)));
    assertThat(new Request(event).sourceAddress(expected)).isEqualTo(address);
  }
}
