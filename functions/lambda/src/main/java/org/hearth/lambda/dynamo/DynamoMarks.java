package org.hearth.lambda.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.marks.Reading;
import org.hearth.forum.marks.ThreadMarks;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What members have left on threads, in their own partitions of the Members table. */
public final class DynamoMarks implements Marks {
  private final Tables tables;

  public DynamoMarks(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Ground ground(String memberId, String threadId, String postId) {
    var content = new ArrayList<>(List.of(Tables.key(ContentSchemas.THREAD + threadId, ContentSchemas.META)));
    if (postId != null) {
      content.add(Tables.key(ContentSchemas.THREAD + threadId, ContentSchemas.POST + postId));
    }
    var wanted = new HashMap<String, KeysAndAttributes>();
    wanted.put(tables.contentTable, KeysAndAttributes.builder().keys(content).consistentRead(true).build());
    wanted.put(tables.membersTable, KeysAndAttributes.builder().keys(List.of(key(memberId, threadId))).consistentRead(true).build());
    var found = Batch.get(tables.client, wanted);
    var ofThread = found.getOrDefault(tables.contentTable, List.of());
    return new Ground(
        ofThread.stream().filter(item -> sort(item).equals(ContentSchemas.META)).findFirst().map(tables.threads()::record),
        ofThread.stream().filter(item -> sort(item).startsWith(ContentSchemas.POST)).findFirst().map(tables.posts()::record),
        found.getOrDefault(tables.membersTable, List.of()).stream().findFirst().map(tables.threadMarks()::record));
  }

  @Override
  public Optional<ThreadMarks> find(String memberId, String threadId) {
    return tables.get(tables.threadMarks(), MemberSchemas.MEMBER + memberId, MemberSchemas.THREAD + threadId);
  }

  @Override
  public Shown shown(String memberId, String threadId) {
    var wanted = Map.of(
        tables.contentTable, asOfAMomentAgo(List.of(Tables.key(ContentSchemas.THREAD + threadId, ContentSchemas.META))),
        tables.membersTable, asOfAMomentAgo(List.of(key(memberId, threadId), Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.THREADS))));
    var found = Batch.get(tables.client, wanted);
    var ofMember = found.getOrDefault(tables.membersTable, List.of());
    return new Shown(
        found.getOrDefault(tables.contentTable, List.of()).stream().findFirst().map(tables.threads()::record),
        marks(ofMember).findFirst(), readingIn(ofMember));
  }

  private static KeysAndAttributes asOfAMomentAgo(List<Map<String, AttributeValue>> keys) {
    return KeysAndAttributes.builder().keys(keys).build();
  }

  @Override
  public Optional<Reading> reading(String memberId) {
    return tables.get(tables.readings(), MemberSchemas.MEMBER + memberId, MemberSchemas.THREADS);
  }

  @Override
  public Left of(String memberId) {
    var items = tables.client.queryPaginator(query -> query.tableName(tables.membersTable)
            .keyConditionExpression("pk = :member AND begins_with(sk, :threads)")
            .expressionAttributeValues(Map.of(
                ":member", AttributeValue.fromS(MemberSchemas.MEMBER + memberId), ":threads", AttributeValue.fromS(MemberSchemas.OF_THREADS))))
        .items().stream().toList();
    return new Left(marks(items).toList(), readingIn(items));
  }

  private Stream<ThreadMarks> marks(List<Map<String, AttributeValue>> items) {
    return items.stream().filter(item -> sort(item).startsWith(MemberSchemas.THREAD)).map(tables.threadMarks()::record);
  }

  private Optional<Reading> readingIn(List<Map<String, AttributeValue>> items) {
    return items.stream().filter(item -> sort(item).equals(MemberSchemas.THREADS)).findFirst().map(tables.readings()::record);
  }

  @Override
  public List<String> followers(String threadId) {
    return tables.topic(MemberSchemas.THREAD + threadId, Optional.empty()).map(DynamoMembers::member).toList();
  }

  private static Map<String, AttributeValue> key(String memberId, String threadId) {
    return Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.THREAD + threadId);
  }

  private static String sort(Map<String, AttributeValue> item) {
    return item.get("sk").s();
  }
}
