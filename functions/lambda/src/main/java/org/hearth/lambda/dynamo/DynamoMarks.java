package org.hearth.lambda.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.marks.ThreadMarks;
import org.hearth.forum.posting.ForumThread;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** What members have left on threads, in their own partitions of the Members table. */
public final class DynamoMarks implements Marks {
  private static final int MOST_IN_A_BATCH = 100;

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
  public List<ThreadMarks> of(String memberId) {
    return tables.client.queryPaginator(query -> query.tableName(tables.membersTable)
            .keyConditionExpression("pk = :member AND begins_with(sk, :thread)")
            .expressionAttributeValues(Map.of(
                ":member", AttributeValue.fromS(MemberSchemas.MEMBER + memberId), ":thread", AttributeValue.fromS(MemberSchemas.THREAD))))
        .items().stream().map(tables.threadMarks()::record).toList();
  }

  @Override
  public List<String> followers(String threadId) {
    return tables.topic(MemberSchemas.THREAD + threadId, Optional.empty()).map(DynamoMembers::member).toList();
  }

  @Override
  public List<ForumThread> threads(List<String> threadIds) {
    var found = new HashMap<String, ForumThread>();
    for (int from = 0; from < threadIds.size(); from += MOST_IN_A_BATCH) {
      var keys = threadIds.subList(from, Math.min(from + MOST_IN_A_BATCH, threadIds.size())).stream()
          .map(id -> Tables.key(ContentSchemas.THREAD + id, ContentSchemas.META)).toList();
      found.putAll(Batch.get(tables.client, Map.of(tables.contentTable, KeysAndAttributes.builder().keys(keys).build()))
          .getOrDefault(tables.contentTable, List.of()).stream().map(tables.threads()::record)
          .collect(Collectors.toMap(ForumThread::id, Function.identity())));
    }
    return threadIds.stream().map(found::get).filter(thread -> thread != null).toList();
  }

  private static Map<String, AttributeValue> key(String memberId, String threadId) {
    return Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.THREAD + threadId);
  }

  private static String sort(Map<String, AttributeValue> item) {
    return item.get("sk").s();
  }
}
