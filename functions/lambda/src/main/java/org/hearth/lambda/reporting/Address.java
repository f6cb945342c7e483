package org.hearth.lambda.reporting;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.hearth.forum.Fingerprint;

/** Stands for where a request came from, for as long as it takes to count, without keeping the address. */
final class Address {
  private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]+");
  /** What one household or machine has of an IPv6 address. */
  private static final int NETWORK_BYTES = 8;

  private Address() {}

  /** The same for all of a day and of a network; another the next day, so that nobody is followed. */
  static String standIn(String address, Instant now) {
    return Fingerprint.of("address", network(address), now.atOffset(ZoneOffset.UTC).toLocalDate().toString()).substring(0, 32);
  }

  private static String network(String address) {
    if (V4.matcher(address).matches()) {
      return address;
    }
    try {
      return V6.matcher(address).matches() && InetAddress.getByName(address) instanceof Inet6Address v6
          ? HexFormat.of().formatHex(Arrays.copyOf(v6.getAddress(), NETWORK_BYTES))
          : "unknown";
    } catch (UnknownHostException noAddress) {
      return "unknown";
    }
  }
}
