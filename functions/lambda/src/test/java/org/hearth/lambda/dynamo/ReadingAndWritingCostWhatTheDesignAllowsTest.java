package org.hearth.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.ulid.Ulid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hearth.forum.Change;
import org.hearth.forum.Stored;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.listing.ReadThreads;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.NameFilters;
import org.hearth.forum.members.Preferences;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.CaseFilter;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.CachedGroups;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.Draft;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostStatus;
import org.hearth.forum.posting.Reply;
import org.hearth.forum.posting.Visibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** The design's budgets, in read and write units and round trips: they are what a forum costs. */
class ReadingAndWritingCostWhatTheDesignAllowsTest {
  private static final String TITLE = "Does anybody else sleep badly before a scan?";
  private static final String TEXT = "I lay awake again until four, and then the birds began, and I thought of what you said last week. ".repeat(3);
  private static final Instant NOW = Instant.parse("2026-11-23T02:10:00Z");
  private static final Group GROUP = new Group("living-with-it", "Living with it", "For all of us", Visibility.PUBLIC, 3, List.of(), 0, Checks.STANDARD, 1);

  private Tables plain;
  private Meter meter;
  private Tables metered;
  private ReadThreads read;

  @BeforeEach
  void tables() {
    plain = DynamoLocal.newTables();
    meter = new Meter(plain.client);
    metered = new Tables(meter.client(), plain.contentTable, plain.membersTable, plain.moderationTable, plain.auditTable);
    write(GROUP);
    var posts = new DynamoPosts(metered);
    var changes = new DynamoChanges(metered);
    var groups = new CachedGroups(new DynamoGroups(metered), InstantSource.fixed(NOW));
    groups.all();
    read = new ReadThreads(groups, posts, posts, changes, new Auditing(new DynamoAuditLog(metered)), InstantSource.fixed(NOW));
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 600})
  void aThreadListOfTwentyFiveIsOneQueryOfOneReadUnit(int threads) {
    for (int i = 0; i < threads; i++) {
      write(listed(id(i), i));
    }
    meter.reset();

    var page = read.in(Caller.VISITOR, GROUP.id(), Optional.empty());

    assertThat(page.threads().items()).hasSize(25);
    assertThat(meter.calls()).containsExactly("Query");
    assertThat(meter.readUnits()).isLessThanOrEqualTo(budget("GET /api/public/groups/{groupId}/threads", "reads"));
  }

  @Test
  void aThreadPageOfTwentyPostsIsOneQueryOfOneAndAHalfReadUnits() {
    var thread = listed(id(0), 0);
    write(thread);
    for (int i = 1; i <= 60; i++) {
      write(published(thread, id(i), TEXT));
    }
    meter.reset();

    var page = read.thread(Caller.VISITOR, thread.id(), Optional.empty());

    assertThat(page.posts().items()).hasSize(20);
    assertThat(meter.calls()).containsExactly("Query");
    assertThat(meter.readUnits()).isLessThanOrEqualTo(budget("GET /api/public/threads/{threadId}", "reads"));
  }

  @Test
  void aReplyIsTwoRoundTripsAndEightWriteUnits() {
    var thread = listed(id(0), 0);
    var author = Profile.joining("4M1RB56JVW8Y7GVJ9BSPADYV1W", "Robin", Role.MEMBER, NOW);
    write(thread);
    write(author);
    var posts = new DynamoPosts(metered);
    var groups = new CachedGroups(new DynamoGroups(plain), InstantSource.fixed(NOW));
    var reply = new Reply(posts, new DynamoMarks(metered), groups, new DynamoConversations(metered), new DynamoChanges(metered), new Auditing(new DynamoAuditLog(metered)),
        Limits.STANDARD, at -> id(7), InstantSource.fixed(NOW));
    meter.reset();

    reply.by(new Caller.Member(author.id(), author.name(), Role.MEMBER, Standing.GOOD, Set.of()), thread.id(), Draft.reply(TEXT), "key-1");

    assertThat(meter.calls()).containsExactly("BatchGetItem", "TransactWriteItems");
    assertThat(writeUnits(meter.transactions().getFirst().transactItems())).isLessThanOrEqualTo((long) budget("POST /api/threads/{threadId}/posts", "writes"));
  }

  @Test
  void theQueueIsOneQueryOfTheSameCostWhateverTheBacklog() {
    backlog(10);
    double pageOfNine = queueCosts(9);
    backlog(30);
    double page = queueCosts(25);
    assertThat(page).isLessThanOrEqualTo(2.5);
    backlog(10_000);
    assertThat(queueCosts(9)).as("with ten cases open and with ten thousand").isEqualTo(pageOfNine);
    assertThat(queueCosts(25)).isEqualTo(page);
  }

  @Test
  void aFilteredQueueIsOneQueryOfTwoHundredCasesAtTheMost() {
    backlog(1_000);
    meter.reset();
    var nobodys = new CaseFilter(null, "another-group", null, CaseFilter.Holder.MINE, id(1), NOW);

    var page = new DynamoCases(metered).in(Case.State.OPEN, nobodys, Optional.empty(), 25);

    assertThat(page.items()).isEmpty();
    assertThat(page.next()).isPresent();
    assertThat(meter.calls()).containsExactly("Query");
    assertThat(meter.readUnits()).isLessThanOrEqualTo(20);
  }

  @Test
  void theNamesOfTwoHundredMutedMembersAreTwoRoundTrips() {
    var muted = IntStream.range(0, 200).boxed().collect(Collectors.toMap(ReadingAndWritingCostWhatTheDesignAllowsTest::id, number -> "Robin " + number));
    String erased = id(137);
    muted.keySet().stream().filter(id -> !id.equals(erased)).forEach(id -> write(Profile.joining(id, muted.get(id), Role.MEMBER, NOW)));
    var reader = new Caller.Member("4M1RB56JVW8Y7GVJ9BSPADYV1W", "Sam", Role.MEMBER, Standing.GOOD, Set.of());
    var names = new NameFilters(new DynamoMembers(metered), new DynamoPosts(metered), new CachedGroups(new DynamoGroups(plain), InstantSource.fixed(NOW)));
    meter.reset();

    var named = names.of(reader, new Preferences.Filters(Map.of(), muted, Map.of())).muted();

    assertThat(meter.calls()).containsExactly("BatchGetItem", "BatchGetItem");
    assertThat(named).hasSize(200).containsEntry(erased, "").containsEntry(id(0), "Robin 0").containsEntry(id(199), "Robin 199");
  }

  private double queueCosts(int page) {
    meter.reset();
    assertThat(new DynamoCases(metered).in(Case.State.OPEN, Optional.empty(), page).items()).hasSize(page);
    assertThat(meter.calls()).containsExactly("Query");
    return meter.readUnits();
  }

  /** So many open cases, each of the same size. */
  private void backlog(int cases) {
    var writes = IntStream.range(0, cases).mapToObj(i -> {
      var subject = new Case.Subject(id(i), id(0), GROUP.id(), GROUP.name(), id(1), "Robin", null, Case.snippetOf(TEXT));
      var one = Case.opened(id(i), Case.Kind.POST, Risk.AMBER, subject, NOW.plusSeconds(i))
          .changed(draft -> draft.snapshot(new Case.Snapshot(1, null, TEXT, NOW)).because("One of a newcomer's first posts"));
      return WriteRequest.builder().putRequest(put -> put.item(plain.cases().item(one))).build();
    }).toList();
    for (int from = 0; from < writes.size(); from += 25) {
      var batch = writes.subList(from, Math.min(from + 25, writes.size()));
      plain.client.batchWriteItem(request -> request.requestItems(Map.of(plain.moderationTable, batch)));
    }
  }

  private static double budget(String operation, String units) {
    try (var text = Files.newBufferedReader(Path.of("../../docs/budgets.yaml"))) {
      Map<String, Map<String, Map<String, Number>>> budgets = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
      return budgets.get("operations").get(operation).get(units).doubleValue();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  // DynamoDB Local counts a transaction wrongly. Two units for each KB of each item, and one for each KB that an index takes of it.
  private static long writeUnits(List<TransactWriteItem> items) {
    return items.stream().mapToLong(item -> {
      var put = item.put().item();
      long kilobytes = (size(put) + 1023) / 1024;
      long indexes = (put.containsKey("author") && put.get("sk").s().startsWith("POST#") ? 1 : 0) + (put.containsKey("pending") ? 1 : 0);
      return 2 * kilobytes + indexes;
    }).sum();
  }

  private static long size(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToLong(attribute -> attribute.getKey().length() + size(attribute.getValue())).sum();
  }

  private static long size(AttributeValue value) {
    return switch (value.type()) {
      case S -> value.s().getBytes(StandardCharsets.UTF_8).length;
      case N -> value.n().length() / 2 + 2;
      case M -> 3 + size(value.m());
      case L -> 3 + value.l().stream().mapToLong(item -> 1 + size(item)).sum();
      default -> 1;
    };
  }

  private void write(Stored item) {
    new DynamoChanges(plain).commit(new Change().add(item));
  }

  private static ForumThread listed(String id, int minute) {
    return new ForumThread(id, GROUP.id(), TITLE, "4M1RB56JVW8Y7GVJ9BSPADYV1W", "Robin", true, 12, NOW.plusSeconds(60L * minute), false, false, 1);
  }

  private static Post published(ForumThread thread, String id, String text) {
    return new Post(id, thread.id(), GROUP.id(), "4M1RB56JVW8Y7GVJ9BSPADYV1W", "Robin", Role.MEMBER, null, text, 1, PostStatus.PUBLISHED,
        null, null, false, null, null, 1);
  }

  private static String id(int number) {
    return new Ulid(NOW.toEpochMilli() + number, 0).toString();
  }
}
