package org.hearth.lambda.posting;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.erasure.EraseAgain;
import org.hearth.forum.moderation.ReplyTemplate;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.SetUp;
import org.hearth.forum.posting.Visibility;
import org.hearth.lambda.Wiring;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;

/**
 * Lays out the groups and who belongs to the restricted ones. It has no route: whoever runs the forum invokes it with
 * their own AWS credentials.
 */
public final class SetupFunction implements RequestStreamHandler {
  private static final int NEWCOMER_POSTS = 3;

  private final SetUp setUp;
  private final EraseAgain erase;

  public SetupFunction() {
    this(new SetUp(Wiring.get().groupsAsTheyAreNow(), Wiring.get().members(), Wiring.get().cases(), Wiring.get().changes()),
        new EraseAgain(Wiring.get().erasures(), Wiring.get().changes(), Wiring.get().clock()));
  }

  SetupFunction(SetUp setUp, EraseAgain erase) {
    this.setUp = setUp;
    this.erase = erase;
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    var wanted = Json.event(in);
    try {
      var groups = groups(list(wanted, "groups"));
      var memberships = list(wanted, "memberships").stream().map(one -> new SetUp.Membership(text(one, "groupId"), text(one, "memberId"))).toList();
      var templates = list(wanted, "replyTemplates").stream()
          .map(one -> new ReplyTemplate(text(one, "id"), text(one, "name"), text(one, "text"))).toList();
      setUp.templates(templates);
      setUp.groups(groups);
      setUp.memberships(memberships);
      var erasures = list(wanted, "erasures").stream().map(one -> text(one, "memberId")).toList();
      erase.members(erasures);
      Json.write(new JsonObject().with("groups", groups.size()).with("memberships", memberships.size())
          .with("replyTemplates", templates.size()).with("erasures", erasures.size()), out);
    } catch (Refused refused) {
      Json.write(new JsonObject().with("refused", why(refused.refusal())), out);
    }
  }

  private static List<Group> groups(List<Map<String, Object>> wanted) {
    var groups = new ArrayList<Group>();
    for (var one : wanted) {
      long newcomerPosts = one.get("newcomerPosts") instanceof Long number ? number : NEWCOMER_POSTS;
      var labels = one.get("labels") instanceof List<?> given ? given.stream().map(String.class::cast).toList() : List.<String>of();
      groups.add(new Group(id(one), text(one, "name"), text(one, "description"), visibility(one), (int) newcomerPosts, labels, groups.size(), Checks.STANDARD, 1));
    }
    return groups;
  }

  private static String id(Map<String, Object> group) {
    var id = text(group, "id");
    if (!id.matches("[a-z0-9-]{1,40}")) {
      throw Refused.invalid("id", "A group's id has 1 to 40 small letters, digits and dashes.");
    }
    return id;
  }

  private static Visibility visibility(Map<String, Object> group) {
    try {
      return Visibility.valueOf(text(group, "visibility").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw Refused.invalid("visibility", "Choose public, members or restricted.");
    }
  }

  private static String text(Map<String, Object> from, String name) {
    if (from.get(name) instanceof String text && !text.isBlank()) {
      return text;
    }
    throw Refused.invalid(name, "This is missing.");
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Map<String, Object> from, String name) {
    return from.get(name) == null ? List.of() : (List<Map<String, Object>>) from.get(name);
  }

  private static String why(Refusal refusal) {
    return refusal instanceof Refusal.Invalid invalid
        ? String.join(" ", invalid.errors().stream().map(error -> error.field() + ": " + error.detail()).toList())
        : refusal.getClass().getSimpleName();
  }
}
