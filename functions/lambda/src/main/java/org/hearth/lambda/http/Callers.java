package org.hearth.lambda.http;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.lambda.json.JsonObject;

/** The caller as the authorizer hands them on: flat strings, for an HTTP API passes nothing else unchanged. */
public final class Callers {
  private Callers() {}

  public static JsonObject none(boolean expired) {
    return new JsonObject().with("session", expired ? "expired" : "none");
  }

  public static JsonObject unnamed(String memberId, Role role) {
    return new JsonObject().with("session", "unnamed").with("memberId", memberId).with("role", role.name());
  }

  public static JsonObject member(Profile profile, Role role, Instant now) {
    var standing = profile.standing().at(now);
    return new JsonObject()
        .with("session", "member")
        .with("memberId", profile.id())
        .with("name", profile.name())
        .with("role", role.name())
        .with("standing", standing.state().name())
        .with("until", standing.until() == null ? "" : standing.until().toString())
        .with("groups", String.join(",", profile.groupsAt(now)));
  }

  static Caller of(Map<String, Object> context) {
    var session = (String) context.getOrDefault("session", "none");
    return switch (session) {
      case "member" -> new Caller.Member(text(context, "memberId"), text(context, "name"), Role.valueOf(text(context, "role")),
          standing(context), groups(text(context, "groups")));
      case "unnamed" -> new Caller.Unnamed(text(context, "memberId"), Role.valueOf(text(context, "role")));
      case "expired" -> new Caller.Visitor(true);
      default -> Caller.VISITOR;
    };
  }

  private static Standing standing(Map<String, Object> context) {
    var until = text(context, "until");
    return new Standing(Standing.State.valueOf(text(context, "standing")), until.isEmpty() ? null : Instant.parse(until));
  }

  private static Set<String> groups(String joined) {
    return joined.isEmpty() ? Set.of() : Arrays.stream(joined.split(",")).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(Map<String, Object> context, String name) {
    return (String) context.getOrDefault(name, "");
  }
}
