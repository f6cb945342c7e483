package org.hearth.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpenRoutesAreTheListedOnesTest {

  @Test
  void onlyTheseAreOpen() {
    assertThat(Template.routes().stream().filter(Template.Route::open).map(Template.Route::key)).containsExactlyInAnyOrder(
        "GET /api/public/groups",
        "GET /api/public/groups/{groupId}/threads",
        "GET /api/public/threads/{threadId}",
        "GET /api/public/feed.xml",
        "GET /api/public/groups/{groupId}/feed.xml",
        "GET /api/public/help",
        "GET /api/public/resources",
        "GET /api/public/cover",
        "POST /api/public/reports",
        "GET /api/public/reports/{reference}",
        "POST /api/public/invitations",
        "GET /api/unsubscribe",
        "POST /api/unsubscribe",
        "GET /api/session",
        "GET /api/session/start",
        "GET /api/session/callback",
        "DELETE /api/session",
        "GET /api/session/exit");
  }

  @Test
  void everyOtherOneAsksTheAuthorizer() {
    var auth = Template.whole().at("/Resources/Api/Properties/Auth");
    var authorizer = auth.path("Authorizers").path(auth.path("DefaultAuthorizer").asText("none"));
    assertThat(authorizer.at("/FunctionArn/GetAtt").asText()).isEqualTo("AuthorizerFunction.Arn");
    assertThat(Template.functions().stream().flatMap(function -> Template.events(function, "HttpApi")))
        .as("a route either says NONE, and is listed above, or says nothing")
        .allSatisfy(event -> assertThat(event.path("Auth").path("Authorizer").asText("")).isIn("", "NONE"));
  }

  @Test
  void whatIsOpenKnowsNoCaller() {
    assertThat(Template.routes().stream().filter(route -> route.function().equals("PublicListingFunction"))).allMatch(Template.Route::open);
  }
}
