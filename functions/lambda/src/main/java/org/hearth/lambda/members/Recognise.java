package org.hearth.lambda.members;

import java.time.InstantSource;
import java.util.List;
import org.hearth.lambda.http.Callers;
import org.hearth.lambda.json.JsonObject;

/** Tells whose session a cookie stands for. */
final class Recognise {
  private final Tokens tokens;
  private final Sessions sessions;
  private final Cookies cookies;
  private final InstantSource clock;

  Recognise(Tokens tokens, Sessions sessions, Cookies cookies, InstantSource clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.cookies = cookies;
    this.clock = clock;
  }

  /** @param sent the request's cookies, each as {@code name=value} */
  JsonObject caller(List<String> sent) {
    var token = cookies.session(sent);
    if (token.isEmpty()) {
      return Callers.none(false);
    }
    return tokens.access(token.get()).map(this::caller).orElseGet(() -> Callers.none(true));
  }

  private JsonObject caller(Tokens.Access access) {
    var known = sessions.find(access.memberId(), access.tokenId());
    if (known.ended()) {
      return Callers.none(true);
    }
    return known.profile()
        .map(profile -> Callers.member(profile, access.role(), clock.instant()))
        .orElseGet(() -> Callers.unnamed(access.memberId(), access.role()));
  }
}
