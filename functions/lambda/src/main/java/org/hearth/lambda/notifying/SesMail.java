package org.hearth.lambda.notifying;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.notifying.Letter;
import org.hearth.forum.notifying.Mail;
import org.hearth.lambda.calls.SignedCalls;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/**
 * Mail through SES. The address is asked of the members' Cognito pool for each mail and kept nowhere: the forum's tables know
 * only what the pool calls the person. Both are one call each, so that their clients of the SDK (2 MB) need not be deployed.
 */
public final class SesMail implements Mail {
  private static final String JSON = "application/json";
  private static final String COGNITO = "AWSCognitoIdentityProviderService.";

  private final SignedCalls calls;
  private final String from;
  private final String pool;
  private final String siteUrl;

  /**
   * @param from the sender's address; empty where no mail is to be sent
   * @param pool the id of the pool that knows the members' addresses; empty where there is none
   */
  public SesMail(SignedCalls calls, String from, String pool, String siteUrl) {
    this.calls = calls;
    this.from = from;
    this.pool = pool;
    this.siteUrl = siteUrl;
  }

  @Override
  public boolean on() {
    return !from.isEmpty() && !pool.isEmpty();
  }

  @Override
  public void send(String subject, Letter letter, String stop) {
    address(subject).ifPresent(address -> send(address, mail(address, letter, stop)));
  }

  private void send(String address, JsonObject mail) {
    var answer = call("ses", "email", "/v2/email/outbound-emails", Map.of("Content-Type", JSON), mail);
    if (answer.status() != 200) {
      throw new IllegalStateException("SES answered " + answer.status());
    }
  }

  private JsonObject mail(String address, Letter letter, String stop) {
    var headers = List.of(header("List-Unsubscribe", "<" + stop + ">"), header("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
        header("Auto-Submitted", "auto-generated"));
    return new JsonObject()
        .with("FromEmailAddress", from)
        .with("Destination", new JsonObject().with("ToAddresses", List.of(address)))
        .with("Content", new JsonObject().with("Simple", new JsonObject()
            .with("Subject", new JsonObject().with("Data", Letter.SUBJECT))
            .with("Body", new JsonObject().with("Text", new JsonObject().with("Data", letter.text(siteUrl, stop))))
            .with("Headers", headers)));
  }

  private static JsonObject header(String name, String value) {
    return new JsonObject().with("Name", name).with("Value", value);
  }

  /** Where the person signs in from, if the pool has seen that the address is theirs. */
  private Optional<String> address(String subject) {
    var answer = call("cognito-idp", "cognito-idp", "/",
        Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", COGNITO + "AdminGetUser"),
        new JsonObject().with("UserPoolId", pool).with("Username", subject));
    if (answer.status() == 400 && answer.json().getOrDefault("__type", "").toString().endsWith("UserNotFoundException")) {
      return Optional.empty();
    }
    if (answer.status() != 200) {
      throw new IllegalStateException("Cognito answered " + answer.status());
    }
    boolean usable = !Boolean.FALSE.equals(answer.json().get("Enabled")) && attribute(answer.json(), "email_verified").filter("true"::equals).isPresent();
    return usable ? attribute(answer.json(), "email") : Optional.empty();
  }

  private static Optional<String> attribute(Map<String, Object> user, String name) {
    return user.get("UserAttributes") instanceof List<?> attributes
        ? attributes.stream().filter(Map.class::isInstance).map(Map.class::cast).filter(one -> name.equals(one.get("Name")))
            .map(one -> (String) one.get("Value")).findFirst()
        : Optional.empty();
  }

  private SignedCalls.Answer call(String service, String host, String path, Map<String, String> headers, JsonObject body) {
    return calls.post(service, host, path, headers, Json.write(body));
  }
}
