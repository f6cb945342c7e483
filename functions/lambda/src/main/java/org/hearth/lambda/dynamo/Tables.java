package org.hearth.lambda.dynamo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.hearth.forum.Stored;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Load;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.drill.Drill;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.erasure.KeptCase;
import org.hearth.forum.greeting.Greeter;
import org.hearth.forum.greeting.GreetersTold;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.MailKey;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.SessionEnd;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.SentKey;
import org.hearth.forum.reporting.AddressUse;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReference;
import org.hearth.forum.reporting.SentReport;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.rota.Gap;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Rota;
import software.amazon.awssdk.enhanced.dynamodb.TableSchema;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Which record lies in which table, and how. */
public final class Tables {

  /** A kind of record, the table it lies in and its mapping. */
  record Home<T extends Stored>(String table, TableSchema<T> schema) {
    Map<String, AttributeValue> item(Stored record) {
      return schema.itemToMap(schema.itemType().rawClass().cast(record), true);
    }

    T record(Map<String, AttributeValue> item) {
      return schema.mapToItem(item);
    }
  }

  final DynamoDbClient client;
  final String contentTable;
  final String membersTable;
  final String moderationTable;
  final String auditTable;
  private final Map<Class<? extends Stored>, Home<?>> homes = new ConcurrentHashMap<>();

  public Tables(DynamoDbClient client, String content, String members, String moderation, String audit) {
    this.client = client;
    this.contentTable = content;
    this.membersTable = members;
    this.moderationTable = moderation;
    this.auditTable = audit;
  }

  Home<Group> groups() {
    return home(Group.class, contentTable, ContentSchemas::groupSchema);
  }

  Home<ForumThread> threads() {
    return home(ForumThread.class, contentTable, ContentSchemas::threadSchema);
  }

  Home<Post> posts() {
    return home(Post.class, contentTable, ContentSchemas::postSchema);
  }

  Home<Resource> resources() {
    return home(Resource.class, contentTable, ContentSchemas::resourceSchema);
  }

  Home<Profile> profiles() {
    return home(Profile.class, membersTable, MemberSchemas::profileSchema);
  }

  Home<NameClaim> nameClaims() {
    return home(NameClaim.class, membersTable, MemberSchemas::nameClaimSchema);
  }

  Home<SessionEnd> sessionEnds() {
    return home(SessionEnd.class, membersTable, MemberSchemas::sessionEndSchema);
  }

  Home<SentKey> sentKeys() {
    return home(SentKey.class, membersTable, MemberSchemas::sentKeySchema);
  }

  Home<Erasure> erasures() {
    return home(Erasure.class, membersTable, MemberSchemas::erasureSchema);
  }

  Home<KeptStanding> keptStandings() {
    return home(KeptStanding.class, membersTable, MemberSchemas::keptStandingSchema);
  }

  Home<KeptCase> keptCases() {
    return home(KeptCase.class, moderationTable, ModerationSchemas::keptCaseSchema);
  }

  Home<ThreadMarks> threadMarks() {
    return home(ThreadMarks.class, membersTable, MemberSchemas::threadMarksSchema);
  }

  Home<Reading> readings() {
    return home(Reading.class, membersTable, MemberSchemas::readingSchema);
  }

  Home<Preferences> preferences() {
    return home(Preferences.class, membersTable, MemberSchemas::preferencesSchema);
  }

  Home<Greeter> greeters() {
    return home(Greeter.class, membersTable, MemberSchemas::greeterSchema);
  }

  Home<GreetersTold> greetersTold() {
    return home(GreetersTold.class, membersTable, MemberSchemas::greetersToldSchema);
  }

  Home<MailKey> mailKeys() {
    return home(MailKey.class, membersTable, MemberSchemas::mailKeySchema);
  }

  Home<Invitation> invitations() {
    return home(Invitation.class, membersTable, AccessSchemas::invitationSchema);
  }

  Home<ExtensionRequest> extensionRequests() {
    return home(ExtensionRequest.class, membersTable, AccessSchemas::extensionRequestSchema);
  }

  Home<Companion> companions() {
    return home(Companion.class, membersTable, ConversationSchemas::companionSchema);
  }

  Home<ConversationSettings> conversationSettings() {
    return home(ConversationSettings.class, membersTable, ConversationSchemas::settingsSchema);
  }

  Home<SentReport> sentReports() {
    return home(SentReport.class, membersTable, MemberSchemas::sentReportSchema);
  }

  Home<AddressUse> addressUses() {
    return home(AddressUse.class, membersTable, MemberSchemas::addressUseSchema);
  }

  Home<Case> cases() {
    return home(Case.class, moderationTable, ModerationSchemas::caseSchema);
  }

  Home<Report> reports() {
    return home(Report.class, moderationTable, ModerationSchemas::reportSchema);
  }

  Home<Decision> decisions() {
    return home(Decision.class, moderationTable, ModerationSchemas::decisionSchema);
  }

  Home<ReportReference> references() {
    return home(ReportReference.class, moderationTable, ModerationSchemas::referenceSchema);
  }

  Home<ReplyTemplates> templates() {
    return home(ReplyTemplates.class, moderationTable, ModerationSchemas::templatesSchema);
  }

  Home<MemberNote> memberNotes() {
    return home(MemberNote.class, moderationTable, ModerationSchemas::memberNoteSchema);
  }

  Home<QueueCounts> queueCounts() {
    return home(QueueCounts.class, moderationTable, ModerationSchemas::queueCountsSchema);
  }

  Home<PostVersion> postVersions() {
    return home(PostVersion.class, contentTable, ContentSchemas::postVersionSchema);
  }

  Home<Rota> rotas() {
    return home(Rota.class, moderationTable, RotaSchemas::rotaSchema);
  }

  Home<Presence> presences() {
    return home(Presence.class, moderationTable, RotaSchemas::presenceSchema);
  }

  Home<Gap> gaps() {
    return home(Gap.class, moderationTable, RotaSchemas::gapSchema);
  }

  Home<CareSettings> careSettings() {
    return home(CareSettings.class, moderationTable, CareSchemas::settingsSchema);
  }

  Home<Load> loads() {
    return home(Load.class, moderationTable, CareSchemas::loadSchema);
  }

  Home<Drill> drills() {
    return home(Drill.class, moderationTable, ModerationSchemas::drillSchema);
  }

  Home<AuditHead> auditHeads() {
    return home(AuditHead.class, moderationTable, ModerationSchemas::auditHeadSchema);
  }

  Home<AuditEntry> auditEntries() {
    return home(AuditEntry.class, auditTable, ModerationSchemas::auditEntrySchema);
  }

  // A mapping is made when it is first needed: a function needs few of them, and all together were a tenth of its start.
  @SuppressWarnings("unchecked")
  private <T extends Stored> Home<T> home(Class<T> type, String table, Supplier<TableSchema<T>> schema) {
    return (Home<T>) homes.computeIfAbsent(type, none -> new Home<>(table, schema.get()));
  }

  Home<?> of(Stored record) {
    return switch (record) {
      case Group any -> groups();
      case ForumThread any -> threads();
      case Post any -> posts();
      case Resource any -> resources();
      case Profile any -> profiles();
      case NameClaim any -> nameClaims();
      case SessionEnd any -> sessionEnds();
      case SentKey any -> sentKeys();
      case Erasure any -> erasures();
      case KeptStanding any -> keptStandings();
      case KeptCase any -> keptCases();
      case ThreadMarks any -> threadMarks();
      case Reading any -> readings();
      case Invitation any -> invitations();
      case ExtensionRequest any -> extensionRequests();
      case Companion any -> companions();
      case ConversationSettings any -> conversationSettings();
      case SentReport any -> sentReports();
      case AddressUse any -> addressUses();
      case Greeter any -> greeters();
      case GreetersTold any -> greetersTold();
      case MailKey any -> mailKeys();
      case Preferences any -> preferences();
      case Case any -> cases();
      case Report any -> reports();
      case Decision any -> decisions();
      case ReportReference any -> references();
      case ReplyTemplates any -> templates();
      case MemberNote any -> memberNotes();
      case QueueCounts any -> queueCounts();
      case PostVersion any -> postVersions();
      case Rota any -> rotas();
      case Presence any -> presences();
      case Gap any -> gaps();
      case CareSettings any -> careSettings();
      case Load any -> loads();
      case Drill any -> drills();
      case AuditHead any -> auditHeads();
      case AuditEntry any -> auditEntries();
      default -> throw new IllegalArgumentException("Nobody has said where a record of this kind lies: " + record.getClass().getSimpleName());
    };
  }

  /** What kind of item lies under that sort key in a member's own partition. */
  Home<?> ofMember(String sortKey) {
    return switch (sortKey.split("#")[0] + "#") {
      case MemberSchemas.KEY -> sentKeys();
      case MemberSchemas.THREAD -> threadMarks();
      case MemberSchemas.THREADS + "#" -> readings();
      case MemberSchemas.PREFERENCES + "#" -> preferences();
      case AccessSchemas.ACCESS -> extensionRequests();
      case ConversationSchemas.TALK -> companions();
      default -> throw new IllegalStateException("No record is made of such an item of a member's");
    };
  }

  /** Keys of members' items under a topic, in order. */
  Stream<Map<String, AttributeValue>> topic(String topic, Optional<String> upTo) {
    var values = new HashMap<>(Map.of(":topic", AttributeValue.fromS(topic)));
    upTo.ifPresent(last -> values.put(":last", AttributeValue.fromS(last)));
    return client.queryPaginator(query -> query.tableName(membersTable).indexName("byTopic")
        .keyConditionExpression("topic = :topic" + (upTo.isPresent() ? " AND topicSort <= :last" : ""))
        .expressionAttributeValues(values)).items().stream();
  }

  /** One item as it is this moment. */
  <T extends Stored> Optional<T> get(Home<T> home, String pk, String sk) {
    var answer = client.getItem(request -> request.tableName(home.table()).key(key(pk, sk)).consistentRead(true));
    return answer.hasItem() && !answer.item().isEmpty() ? Optional.of(home.record(answer.item())) : Optional.empty();
  }

  static Map<String, AttributeValue> key(String pk, String sk) {
    return Map.of("pk", AttributeValue.fromS(pk), "sk", AttributeValue.fromS(sk));
  }
}
