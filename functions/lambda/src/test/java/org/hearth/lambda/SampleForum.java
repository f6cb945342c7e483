package org.hearth.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Fingerprint;
import org.hearth.forum.Stored;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.care.Load;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Notice;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Pseudonym;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.members.Window;
import org.hearth.forum.moderation.Action;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReason;
import org.hearth.forum.reporting.ReportReference;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Rota;
import org.hearth.forum.rota.Shift;
import org.hearth.lambda.dynamo.DynamoAuditLog;
import org.hearth.lambda.dynamo.DynamoChanges;
import org.hearth.lambda.dynamo.Tables;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The people and posts that the samples in {@code events/} speak of, on the morning of which they speak. */
final class SampleForum {
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  static final String WREN = "3KQ8V7N2M5RT9W4XJ6YB1CDEFG";
  static final String TEAPOT = "2H7M4Q9ZC1TX6R8WB3NKV5YJDA";
  static final String ROWAN = "5VX2B8N6Q1WK9T4MHR7YC3JZEP";
  static final String ALDER = "1Z9C5R3T7K8WQ6M2XVB4NHYJFS";
  static final String THREAD = "01KJPXHTG00QT5V8XC3F7M2R9B";
  static final String OPENING = "01KJPXHTG00QT5V8XC3F7M2R9C";
  static final String HIDDEN = "01KJPY44E09T3V6M2C8K5RX1QB";
  static final String REPLY = "01KJPYPEC07B1K4N8QZ2WX5T3M";
  static final String HELD = "01KJPZ8RA05N2X8B4K1Q7ZT6VM";
  static final String PENDING = "01KJPZV09G2M6R9V1CX4T8K3QB";
  static final String UNKNOWN = "01KJPZ8RA05N2X8B4K1Q7ZT6VN";
  static final String DECISION = "01KJPYD9D04K7Q1Z9M5X2BT8VN";
  static final String CRISIS = "01KJPZV09G2M6R9V1CX4T8K3QC";
  static final String SHIFT = "01KJPWNSG0QT5V8XC3F7M2R9BD";
  static final String INVITED = "01KJPWNSG0QT5V8XC3F7M2R9BF.cmVhZC1ieS1ub2JvZHktYnV0LXlvdS1h";
  static final String REFERENCE = "HR-4K7Q-9XWM";
  static final String TITLE = "What survives on a north-facing balcony?";

  private static final Group GARDENING =
      new Group("gardening", "Gardening together", "Pots, plots and patience", Visibility.PUBLIC, 3, List.of(), 0, Checks.STANDARD, 1);

  private final Change all = new Change();
  private final Changes changes;
  private final Auditing audit;

  private SampleForum(DynamoDbClient client) {
    var tables = new Tables(client, "ContentTable", "MembersTable", "ModerationTable", "AuditTable");
    changes = new DynamoChanges(tables);
    audit = new Auditing(new DynamoAuditLog(tables));
  }

  /** Leaves nothing in the tables but this. */
  static void in(LocalAws aws) {
    aws.emptyTables();
    TestClock.says(NOW);
    var forum = new SampleForum(aws.client);
    forum.groups();
    forum.add(new Resource("01KJPWNSG0QT5V8XC3F7M2R9BE", "Walks", "Along the canal", null, "ZZ", NOW.plusSeconds(86_400), 1));
    forum.people();
    forum.access();
    forum.conversations();
    forum.thread();
    forum.cases();
    forum.rota();
    forum.anonymous();
    forum.changes.commit(forum.all);
    forum.log();
  }

  static Changes changes(LocalAws aws) {
    return new SampleForum(aws.client).changes;
  }

  private static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + "Z");
  }

  private void groups() {
    add(GARDENING);
    add(new Group("night-owls", "Night owls", "For whoever is awake", Visibility.MEMBERS, 3, List.of("sleep", "company"), 1, Checks.STANDARD, 1));
    add(new Group("carers", "Carers", "For people who look after somebody", Visibility.RESTRICTED, 5, List.of(), 2, Checks.STANDARD, 1));
  }

  private void people() {
    var notice = new Notice(DECISION, "hide", "no-selling", "This reads like an advertisement.", at("09:35:00"), false, null);
    person(WREN, "Marsh Wren", Role.MEMBER, 5, null);
    person(TEAPOT, "blue teapot", Role.MEMBER, 1, null);
    person(ROWAN, "Rowan", Role.MODERATOR, 0, null);
    person(ALDER, "Alder", Role.LEAD, 0, null);
    add(post(HIDDEN, WREN, "Marsh Wren", null, "My shop has balcony boxes at half price.", PostStatus.HIDDEN, true, null, notice));
    add(new Decision(DECISION, HIDDEN, Action.HIDE, "no-selling", "This reads like an advertisement.", ROWAN, "Rowan", WREN, at("09:35:00"), null, 1));
  }

  private void access() {
    var hash = Fingerprint.of("invitation", INVITED.substring(INVITED.indexOf('.') + 1));
    add(new Invitation(INVITED.substring(0, INVITED.indexOf('.')), "carers", hash, ALDER, NOW.plus(Duration.ofDays(7)), 3, 1, new Invitation.Stay(null, 90), null, 1));
    add(new ExtensionRequest(TEAPOT, "carers", "I would like to stay.", at("09:10:00"), null, 1));
  }

  private void conversations() {
    add(new ConversationSettings(true, 1));
    add(new Companion(WREN, TEAPOT, Companion.State.ASKS, at("09:00:00"), 0, null, null, 1));
    add(new Companion(TEAPOT, WREN, Companion.State.ASKED, at("09:00:00"), 1, null, null, 1));
  }

  private void person(String id, String name, Role role, int published, Notice notice) {
    boolean member = role == Role.MEMBER;
    var ends = member ? Map.of("carers", NOW.plus(Duration.ofDays(30))) : Map.<String, Instant>of();
    add(new Profile(id, name, role, Standing.GOOD, ends.keySet(), ends, Instant.parse("2026-01-11T18:00:00Z"), published, Window.EMPTY, Window.EMPTY, notice, 1));
    add(new NameClaim(Pseudonym.folded(name), id, 1));
  }

  private void thread() {
    add(new ForumThread(THREAD, "gardening", TITLE, WREN, "Marsh Wren", true, 1, at("09:40:00"), false, false, 1));
    add(post(OPENING, WREN, "Marsh Wren", TITLE, "I have three pots and very little sun. What has worked for you?", PostStatus.PUBLISHED, false, null, null));
    add(post(REPLY, TEAPOT, "blue teapot", null, "Ferns. Mine have lived through two winters.", PostStatus.PUBLISHED, false, null, null));
    add(post(HELD, TEAPOT, "blue teapot", null, heldText(), PostStatus.HELD, false, at("09:50:01").plus(Duration.ofHours(24)), null));
    add(post(PENDING, WREN, "Marsh Wren", null, "Ferns are on the list now. Does anybody split theirs in spring?", PostStatus.PENDING, false, null, null));
  }

  private void cases() {
    var held = post(HELD, TEAPOT, "blue teapot", null, heldText(), PostStatus.HELD, false, null, null);
    add(Case.opened(HELD, Case.Kind.POST, Risk.GREEN, ScreenPost.subject(held, Optional.of(GARDENING)), at("09:50:01")).changed(draft -> {
      draft.snapshot(new Case.Snapshot(1, null, heldText(), at("09:50:01"))).because("One of a newcomer's first posts")
          .event(at("09:50:01"), "Held by an automatic check", null);
      draft.claim = new Case.Claim(ROWAN, "Rowan", at("10:05:00"));
    }));
    add(Case.opened(CRISIS, Case.Kind.COMPLAINT, Risk.CRISIS, new Case.Subject(null, null, null, null, null, null, null, "I worry about a friend"),
        at("09:45:00")).changed(draft -> draft.clocks = draft.clocks.seen(at("09:47:00"))));
    var hidden = post(HIDDEN, WREN, "Marsh Wren", null, "My shop has balcony boxes at half price.", PostStatus.HIDDEN, true, null, null);
    add(Case.opened(HIDDEN, Case.Kind.POST, Risk.AMBER, ScreenPost.subject(hidden, Optional.of(GARDENING)), at("09:31:00")).changed(draft -> {
      draft.snapshot(new Case.Snapshot(1, null, hidden.text(), at("09:31:00"))).event(at("09:35:00"), "Decided: hide", "Rowan");
      draft.outcome = new Case.Outcome(Action.HIDE, at("09:35:00"));
      draft.close(at("09:35:00"));
    }));
    add(new Report(HIDDEN, REFERENCE, ReportReason.SPAM, "He sells boxes.", TEAPOT, null, at("09:31:00"), true, false, 1));
    add(new ReportReference(REFERENCE, HIDDEN, 1));
    add(new MemberNote("01KJPYD9D04K7Q1Z9M5X2BT8VP", WREN, "Has a shop.", ROWAN, "Rowan", at("09:36:00")));
    add(new PostVersion(THREAD, OPENING, 0, "I have two pots.", at("09:21:00"), false));
  }

  private void rota() {
    add(new Presence(ROWAN, "Rowan", Role.MODERATOR, at("10:00:00"), 1));
    add(new Load(ROWAN, "Rowan", at("08:00:00"), Set.of(), null, false, at("09:00:00"), 1));
    add(new Rota(true, at("08:00:00"), Rota.USUAL_WINDOW, List.of(new Shift(SHIFT, ROWAN, "Rowan", at("08:00:00"), at("12:00:00"))), 1));
  }

  private void anonymous() {
    var unknown = post(UNKNOWN, TEAPOT, "A member", null, "I would rather not say who I am.", PostStatus.PUBLISHED, false, null, null);
    add(unknown);
    add(Case.opened(UNKNOWN, Case.Kind.POST, Risk.AMBER, ScreenPost.subject(unknown, Optional.of(GARDENING)), at("09:31:00")).changed(draft -> {
      draft.snapshot(new Case.Snapshot(1, null, unknown.text(), at("09:31:00")));
      draft.close(at("09:35:00"));
    }));
  }

  private static String heldText() {
    return "Hello everybody! I am new here. My hostas look after themselves, even in the shade.";
  }

  private void log() {
    audit.alone(changes, at("09:35:00"), ROWAN, Audited.HIDE, HIDDEN);
    audit.alone(changes, at("09:50:01"), "screening", Audited.HELD, HELD);
  }

  static Post post(String id, String author, String name, String title, String text, PostStatus status, boolean ruled, Instant by, Notice notice) {
    return new Post(id, THREAD, "gardening", author, name, Role.MEMBER, title, text, 1, status, null, null, ruled, by, notice, 1);
  }

  private void add(Stored record) {
    all.add(record);
  }
}
