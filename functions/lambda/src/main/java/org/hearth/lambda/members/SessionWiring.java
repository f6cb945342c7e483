package org.hearth.lambda.members;

import java.util.List;
import org.hearth.forum.members.Joining;
import org.hearth.lambda.Wiring;

/** What signing in is made of. */
final class SessionWiring {
  private static final Oidc OIDC = new Oidc();

  final Cookies cookies;
  final Tokens tokens;
  final Recognise recognise;
  final SignIn signIn;
  final Joining joining;

  SessionWiring(Wiring wiring) {
    var siteUrl = Wiring.environment("SITE_URL");
    var members = new Issuer(Wiring.environment("MEMBERS_ISSUER"), Wiring.environment("MEMBERS_CLIENT_ID"), false);
    var staff = new Issuer(Wiring.environment("STAFF_ISSUER"), Wiring.environment("STAFF_CLIENT_ID"), true);
    cookies = new Cookies(siteUrl);
    tokens = new Tokens(List.of(members, staff), OIDC);
    recognise = new Recognise(tokens, wiring.sessions(), cookies, wiring.clock());
    signIn = new SignIn(members, staff, OIDC, tokens, siteUrl);
    joining = new Joining(wiring.members(), wiring.changes(), wiring.clock());
  }
}
