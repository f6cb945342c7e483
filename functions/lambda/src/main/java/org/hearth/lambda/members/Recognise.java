package org.hearth.lambda.members;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

  /**
   * @param caller as the authorizer hands them on
   * @param known empty while nobody is signed in
   */
  record Recognised(JsonObject caller, Optional<Sessions.Known> known) {
    private static Recognised nobody(boolean expired) {
      return new Recognised(Callers.none(expired), Optional.empty());
    }
  }

  /** @param sent the request's cookies, each as {@code name=value} */
  Recognised from(List<String> sent) {
    var token = cookies.session(sent);
    if (token.isEmpty()) {
      return Recognised.nobody(false);
    }
    return tokens.access(token.get()).map(this::from).orElseGet(() -> Recognised.nobody(true));
  }

  JsonObject caller(List<String> sent) {
    return from(sent).caller();
  }

  private Recognised from(Tokens.Access access) {
    var known = sessions.find(access.memberId(), access.tokenId());
    if (known.ended()) {
      return Recognised.nobody(true);
    }
    var caller = known.profile()
        .map(profile -> Callers.member(profile, access.role(), clock.instant()).with("subject", access.subject()))
        .orElseGet(() -> Callers.unnamed(access.memberId(), access.role()));
    return new Recognised(caller, Optional.of(known));
  }
}
