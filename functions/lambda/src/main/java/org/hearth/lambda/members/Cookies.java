package org.hearth.lambda.members;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The cookies that we set. On https their names make the browser hold them to this site and to https. */
final class Cookies {
  private static final String FLAGS = "; Path=/; HttpOnly; SameSite=Lax";

  private final boolean secure;

  Cookies(String siteUrl) {
    this.secure = siteUrl.startsWith("https://");
  }

  Optional<String> session(List<String> cookies) {
    return value(cookies, name("hearth"));
  }

  Optional<String> signIn(List<String> cookies) {
    return value(cookies, name("hearth-sign-in"));
  }

  String setSession(String token, long seconds) {
    return set("hearth", token, seconds);
  }

  String setSignIn(String value, long seconds) {
    return set("hearth-sign-in", value, seconds);
  }

  /**
   * Says nothing, but changes when the member's name does. The gateway remembers for a minute who a request's cookies
   * stand for, and somebody who has just joined should not have to wait for it to forget that they had no name.
   */
  String setKnownAs(long revision) {
    return set("hearth-known-as", Long.toString(revision), Duration.ofDays(1).toSeconds());
  }

  String clearSession() {
    return set("hearth", "", 0);
  }

  String clearSignIn() {
    return set("hearth-sign-in", "", 0);
  }

  private String set(String name, String value, long seconds) {
    return name(name) + "=" + value + FLAGS + (secure ? "; Secure" : "") + "; Max-Age=" + seconds;
  }

  private String name(String name) {
    return secure ? "__Host-" + name : name;
  }

  private static Optional<String> value(List<String> cookies, String name) {
    return cookies.stream()
        .map(String::strip)
        .filter(cookie -> cookie.startsWith(name + "="))
        .map(cookie -> cookie.substring(name.length() + 1))
        .filter(value -> !value.isEmpty())
        .findFirst();
  }
}
