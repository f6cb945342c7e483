package org.hearth.lambda.dynamo;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hearth.forum.Stored;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.erasure.Erasure;
import org.hearth.forum.erasure.KeptCase;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.members.KeptStanding;
import org.hearth.forum.members.NameClaim;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.SessionEnd;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.SentKey;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReference;
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
  private final Map<Class<? extends Stored>, Home<?>> homes = new LinkedHashMap<>();

  final Home<Group> groups;
  final Home<ForumThread> threads;
  final Home<Post> posts;
  final Home<Profile> profiles;
  final Home<NameClaim> nameClaims;
  final Home<SessionEnd> sessionEnds;
  final Home<SentKey> sentKeys;
  final Home<Erasure> erasures;
  final Home<KeptStanding> keptStandings;
  final Home<KeptCase> keptCases;
  final Home<ThreadMarks> threadMarks;
  final Home<Preferences> preferences;
  final Home<Case> cases;
  final Home<Report> reports;
  final Home<Decision> decisions;
  final Home<ReportReference> references;
  final Home<ReplyTemplates> templates;
  final Home<Rota> rotas;
  final Home<Presence> presences;
  final Home<Gap> gaps;
  final Home<AuditHead> auditHeads;
  final Home<AuditEntry> auditEntries;

  public Tables(DynamoDbClient client, String content, String members, String moderation, String audit) {
    this.client = client;
    this.contentTable = content;
    this.membersTable = members;
    this.moderationTable = moderation;
    this.auditTable = audit;
    groups = home(content, ContentSchemas.GROUP_SCHEMA);
    threads = home(content, ContentSchemas.THREAD_SCHEMA);
    posts = home(content, ContentSchemas.POST_SCHEMA);
    profiles = home(members, MemberSchemas.PROFILE_SCHEMA);
    nameClaims = home(members, MemberSchemas.NAME_CLAIM_SCHEMA);
    sessionEnds = home(members, MemberSchemas.SESSION_END_SCHEMA);
    sentKeys = home(members, MemberSchemas.SENT_KEY_SCHEMA);
    erasures = home(members, MemberSchemas.ERASURE_SCHEMA);
    keptStandings = home(members, MemberSchemas.KEPT_STANDING_SCHEMA);
    threadMarks = home(members, MemberSchemas.THREAD_MARKS_SCHEMA);
    preferences = home(members, MemberSchemas.PREFERENCES_SCHEMA);
    keptCases = home(moderation, ModerationSchemas.KEPT_CASE_SCHEMA);
    cases = home(moderation, ModerationSchemas.CASE_SCHEMA);
    reports = home(moderation, ModerationSchemas.REPORT_SCHEMA);
    decisions = home(moderation, ModerationSchemas.DECISION_SCHEMA);
    references = home(moderation, ModerationSchemas.REFERENCE_SCHEMA);
    templates = home(moderation, ModerationSchemas.TEMPLATES_SCHEMA);
    rotas = home(moderation, RotaSchemas.ROTA_SCHEMA);
    presences = home(moderation, RotaSchemas.PRESENCE_SCHEMA);
    gaps = home(moderation, RotaSchemas.GAP_SCHEMA);
    auditHeads = home(moderation, ModerationSchemas.AUDIT_HEAD_SCHEMA);
    auditEntries = home(audit, ModerationSchemas.AUDIT_ENTRY_SCHEMA);
  }

  private <T extends Stored> Home<T> home(String table, TableSchema<T> schema) {
    var home = new Home<>(table, schema);
    homes.put(schema.itemType().rawClass(), home);
    return home;
  }

  Home<?> of(Stored record) {
    return homes.get(record.getClass());
  }

  /** What kind of item lies under that sort key in a member's own partition. */
  Home<?> ofMember(String sortKey) {
    return switch (sortKey.split("#")[0] + "#") {
      case MemberSchemas.KEY -> sentKeys;
      case MemberSchemas.THREAD -> threadMarks;
      case MemberSchemas.PREFERENCES + "#" -> preferences;
      default -> throw new IllegalStateException("No record is made of such an item of a member's");
    };
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
