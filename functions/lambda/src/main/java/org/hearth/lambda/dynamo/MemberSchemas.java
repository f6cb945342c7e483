package org.hearth.lambda.dynamo;

import static org.hearth.lambda.dynamo.Attributes.name;
import static org.hearth.lambda.dynamo.Attributes.number;
import static org.hearth.lambda.dynamo.Attributes.seconds;
import static org.hearth.lambda.dynamo.Attributes.text;
import static org.hearth.lambda.dynamo.Attributes.texts;
import static org.hearth.lambda.dynamo.Attributes.time;
import static org.hearth.lambda.dynamo.Attributes.times;
import static org.hearth.lambda.dynamo.Attributes.truth;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.greeting.Greeter;
import org.hearth.forum.greeting.GreetersTold;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.MailKey;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.SessionEnd;
import org.hearth.forum.members.Standing;
import org.hearth.forum.members.Window;
import org.hearth.forum.posting.Reaction;
import org.hearth.forum.posting.SentKey;
import org.hearth.forum.reporting.AddressUse;
import org.hearth.forum.reporting.SentReport;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What the Members table holds. */
final class MemberSchemas {
  static final String MEMBER = "MEMBER#";
  static final String PROFILE = "PROFILE";
  static final String NAME = "NAME#";
  static final String SESSION = "SESSION#";
  static final String KEY = "KEY#";

  static final String ERASURES = "ERASURES";
  static final String LEFT = "LEFT";
  static final String THREAD = "THREAD#";
  static final String THREADS = "THREADS";
  /** So begin the two before, that one query brings both. */
  static final String OF_THREADS = "THREAD";
  static final String PREFERENCES = "PREFERENCES";
  static final String DIGESTS = "DIGESTS";
  static final String GREETERS = "GREETERS";
  static final String GREETED = "GREETED";
  static final String KEYS = "KEYS";
  static final String MAIL = "MAIL";

  // The keys of the index by topic: who follows a thread, and whose digest is due.
  static final String TOPIC = "topic";
  static final String TOPIC_SORT = "topicSort";
  static final String SENT = "SENT#";
  static final String ADDRESS = "ADDRESS#";
  static final String REPORTS = "REPORTS";

  private MemberSchemas() {}

  /** All wishes to be erased lie together: there are few at a time, and the sweep reads them in one query. */
  static TableSchema<Erasure> erasureSchema() {
    return RecordSchema.of(Erasure.class,
            row -> new Erasure(row.text("sk"), row.one(Erasure.Choice.class, "posts"), row.time("asked"), row.time("due"), row.longNumber("rev")))
        .key(wish -> ERASURES, Erasure::memberId)
        .with("posts", wish -> name(wish.posts()))
        .with("asked", wish -> time(wish.askedAt()))
        .with("due", wish -> time(wish.dueAt()))
        .schema();
  }

  static TableSchema<ThreadMarks> threadMarksSchema() {
    return RecordSchema.of(ThreadMarks.class, MemberSchemas::marks)
        .key(marks -> MEMBER + marks.memberId(), marks -> THREAD + marks.threadId())
        .with("reactions", MemberSchemas::reactions)
        .with("follows", marks -> truth(marks.following()))
        .with("alias", marks -> text(marks.alias()))
        .with("mailed", marks -> time(marks.mailedAt()))
        .with(TOPIC, marks -> text(marks.following() ? THREAD + marks.threadId() : null))
        .with(TOPIC_SORT, marks -> text(marks.following() ? marks.memberId() : null))
        .schema();
  }

  private static ThreadMarks marks(Row row) {
    var reactions = row.setsOfTexts("reactions").entrySet().stream().collect(Collectors.toUnmodifiableMap(
        Map.Entry::getKey, given -> given.getValue().stream().map(Reaction::valueOf).collect(Collectors.toUnmodifiableSet())));
    return new ThreadMarks(row.after(MEMBER, "pk"), row.after(THREAD, "sk"), reactions, row.truth("follows"), row.text("alias"), row.time("mailed"), row.longNumber("rev"));
  }

  static TableSchema<Reading> readingSchema() {
    return RecordSchema.of(Reading.class,
            row -> new Reading(row.after(MEMBER, "pk"), row.objectsByName("marks", MemberSchemas::mark), row.longNumber("rev")))
        .key(reading -> MEMBER + reading.memberId(), reading -> THREADS)
        .with("marks", MemberSchemas::marks)
        .schema();
  }

  private static AttributeValue marks(Reading reading) {
    var byThread = Attributes.object();
    reading.marks().forEach((thread, mark) -> byThread.with(thread,
        Attributes.object().with("to", text(mark.readTo())).with("at", time(mark.lastActivityAt())).map()));
    return byThread.map();
  }

  private static Reading.Mark mark(Row row) {
    return new Reading.Mark(row.text("to"), row.time("at"));
  }

  private static AttributeValue reactions(ThreadMarks marks) {
    if (marks.reactions().isEmpty()) {
      return null;
    }
    var given = Attributes.object();
    marks.reactions().forEach((post, kinds) -> given.with(post, texts(kinds.stream().map(Enum::name).collect(Collectors.toSet()))));
    return given.map();
  }

  static TableSchema<Preferences> preferencesSchema() {
    return RecordSchema.of(Preferences.class, MemberSchemas::preferences)
        .key(chosen -> MEMBER + chosen.memberId(), chosen -> PREFERENCES)
        .with("rests", chosen -> time(chosen.breakUntil()))
        .with("labels", chosen -> texts(chosen.filters().labels()))
        .with("muted", chosen -> texts(chosen.filters().muted()))
        .with("hidden", chosen -> texts(chosen.filters().hidden()))
        .with("mail", chosen -> Attributes.object(chosen.mail().subject() == null ? null : chosen.mail(), MemberSchemas::mail))
        .with("talks", chosen -> truth(chosen.conversations()))
        .with(TOPIC, chosen -> text(chosen.mail().digestAt() == null ? null : DIGESTS))
        .with(TOPIC_SORT, chosen -> text(chosen.mail().digestAt() == null ? null : dueBy(chosen.mail().digestAt()) + "#" + chosen.memberId()))
        .schema();
  }

  static String dueBy(Instant time) {
    return String.format("%013d", time.toEpochMilli());
  }

  private static AttributeValue mail(Preferences.Mail mail) {
    return Attributes.object().with("to", text(mail.subject())).with("replies", truth(mail.replies())).with("decisions", truth(mail.decisions()))
        .with("digest", time(mail.digestAt())).map();
  }

  private static Preferences.Mail mail(Row row) {
    return new Preferences.Mail(row.text("to"), row.truth("replies"), row.truth("decisions"), row.time("digest"));
  }

  /** All who greet lie together: they are few, and told together. */
  static TableSchema<Greeter> greeterSchema() {
    return RecordSchema.of(Greeter.class, row -> new Greeter(row.text("sk"), row.text("by"), row.time("at"), row.longNumber("rev")))
        .key(greeter -> GREETERS, Greeter::memberId)
        .with("by", greeter -> text(greeter.appointedBy()))
        .with("at", greeter -> time(greeter.since()))
        .schema();
  }

  static TableSchema<GreetersTold> greetersToldSchema() {
    return RecordSchema.of(GreetersTold.class, row -> new GreetersTold(row.time("upTo"), row.longNumber("rev")))
        .key(told -> KEYS, told -> GREETED)
        .with("upTo", told -> time(told.upTo()))
        .schema();
  }

  static TableSchema<MailKey> mailKeySchema() {
    return RecordSchema.of(MailKey.class, row -> new MailKey(row.text("secret"), row.longNumber("rev")))
        .key(key -> KEYS, key -> MAIL)
        .with("secret", key -> text(key.secret()))
        .schema();
  }

  private static Preferences preferences(Row row) {
    var filters = new Preferences.Filters(row.textsByName("labels"), row.textsByName("muted"), row.textsByName("hidden"));
    return new Preferences(row.after(MEMBER, "pk"), row.time("rests"), filters,
        row.has("mail") ? row.object("mail", MemberSchemas::mail) : Preferences.Mail.NONE, row.truth("talks"),
        row.longNumber("rev"));
  }

  static TableSchema<KeptStanding> keptStandingSchema() {
    return RecordSchema.of(KeptStanding.class,
            row -> new KeptStanding(row.text("sk"), new Standing(row.one(Standing.State.class, "standing"), row.time("until")), row.longNumber("rev")))
        .key(left -> LEFT, KeptStanding::memberId)
        .with("standing", left -> name(left.standing().state()))
        .with("until", left -> time(left.standing().until()))
        .schema();
  }

  static TableSchema<Profile> profileSchema() {
    return RecordSchema.of(Profile.class, MemberSchemas::profile)
        .key(profile -> MEMBER + profile.id(), profile -> PROFILE)
        .with("name", profile -> text(profile.name()))
        .with("role", profile -> name(profile.role()))
        .with("standing", profile -> name(profile.standing().state()))
        .with("until", profile -> time(profile.standing().until()))
        .with("groups", profile -> texts(profile.groups()))
        .with("ends", profile -> times(profile.accessEnds()))
        .with("joined", profile -> time(profile.joinedAt()))
        .with("published", profile -> number(profile.publishedCount()))
        .with("posting", profile -> window(profile.posting()))
        .with("reporting", profile -> window(profile.reporting()))
        .with("notice", profile -> Attributes.object(profile.notice(), ContentSchemas::notice))
        .schema();
  }

  private static Profile profile(Row row) {
    return new Profile(row.after(MEMBER, "pk"), row.text("name"), row.one(Role.class, "role"),
        new Standing(row.one(Standing.State.class, "standing"), row.time("until")), row.texts("groups"), row.timesByName("ends"),
        row.time("joined"), row.number("published"), window(row, "posting"), window(row, "reporting"), row.object("notice", ContentSchemas::notice),
        row.longNumber("rev"));
  }

  private static AttributeValue window(Window window) {
    return window.count() == 0 ? null : Attributes.object().with("start", time(window.start())).with("n", number(window.count())).map();
  }

  private static Window window(Row row, String name) {
    var window = row.object(name, fields -> new Window(fields.time("start"), fields.number("n")));
    return window == null ? Window.EMPTY : window;
  }

  static TableSchema<NameClaim> nameClaimSchema() {
    return RecordSchema.of(NameClaim.class,
            row -> new NameClaim(row.after(NAME, "pk"), row.text("member"), row.longNumber("rev")))
        .key(claim -> NAME + claim.foldedName(), claim -> "NAME")
        .with("member", claim -> text(claim.memberId()))
        .schema();
  }

  static TableSchema<SessionEnd> sessionEndSchema() {
    return RecordSchema.of(SessionEnd.class,
            row -> new SessionEnd(row.after(MEMBER, "pk"), row.after(SESSION, "sk"), Instant.ofEpochSecond(row.longNumber("expiresAt")), row.longNumber("rev")))
        .key(end -> MEMBER + end.memberId(), end -> SESSION + end.tokenId())
        .with("expiresAt", end -> seconds(end.expiresAt()))
        .schema();
  }

  static TableSchema<SentKey> sentKeySchema() {
    return RecordSchema.of(SentKey.class,
            row -> new SentKey(row.after(MEMBER, "pk"), row.after(KEY, "sk"), row.text("fingerprint"), row.text("thread"), row.text("post"),
                Instant.ofEpochSecond(row.longNumber("expiresAt")), row.longNumber("rev")))
        .key(sent -> MEMBER + sent.memberId(), sent -> KEY + sent.key())
        .with("fingerprint", sent -> text(sent.fingerprint()))
        .with("thread", sent -> text(sent.threadId()))
        .with("post", sent -> text(sent.postId()))
        .with("expiresAt", sent -> seconds(sent.expiresAt()))
        .schema();
  }

  static TableSchema<SentReport> sentReportSchema() {
    return RecordSchema.of(SentReport.class,
            row -> new SentReport(row.after(SENT, "pk"), row.text("fingerprint"), row.text("reference"),
                Instant.ofEpochSecond(row.longNumber("expiresAt")), row.longNumber("rev")))
        .key(sent -> SENT + sent.key(), sent -> REPORTS)
        .with("fingerprint", sent -> text(sent.fingerprint()))
        .with("reference", sent -> text(sent.reference()))
        .with("expiresAt", sent -> seconds(sent.expiresAt()))
        .schema();
  }

  static TableSchema<AddressUse> addressUseSchema() {
    return RecordSchema.of(AddressUse.class,
            row -> new AddressUse(row.after(ADDRESS, "pk"), window(row, "reports"), Instant.ofEpochSecond(row.longNumber("expiresAt")),
                row.longNumber("rev")))
        .key(use -> ADDRESS + use.address(), use -> REPORTS)
        .with("reports", use -> window(use.reports()))
        .with("expiresAt", use -> seconds(use.expiresAt()))
        .schema();
  }
}
