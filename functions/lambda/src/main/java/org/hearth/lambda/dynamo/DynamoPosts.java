package org.hearth.lambda.dynamo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearth.forum.Page;
import org.hearth.forum.listing.Threads;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.Posts;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;

/** Threads and posts in the Content table. */
public final class DynamoPosts implements Posts, Threads {
  private static final String BY_GROUP = "byGroup";
  private static final String BY_AUTHOR = "byAuthor";
  private static final String PENDING = "pending";
  // Sorts after every ULID.
  private static final String END = "~";

  private final Tables tables;

  public DynamoPosts(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Ground ground(String threadId, String memberId, String key) {
    var profile = Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.PROFILE);
    var memberKeys = new ArrayList<>(List.of(profile));
    if (key != null) {
      memberKeys.add(Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.KEY + key));
    }
    var wanted = new HashMap<String, KeysAndAttributes>();
    wanted.put(tables.membersTable, KeysAndAttributes.builder().keys(memberKeys).consistentRead(true).build());
    if (threadId != null) {
      var thread = Tables.key(ContentSchemas.THREAD + threadId, ContentSchemas.META);
      wanted.put(tables.contentTable, KeysAndAttributes.builder().keys(List.of(thread)).consistentRead(true).build());
    }
    var found = Batch.get(tables.client, wanted);
    var ofMember = found.getOrDefault(tables.membersTable, List.of());
    return new Ground(
        found.getOrDefault(tables.contentTable, List.of()).stream().findFirst().map(tables.threads()::record),
        ofMember.stream().filter(item -> sort(item).equals(MemberSchemas.PROFILE)).findFirst().map(tables.profiles()::record),
        ofMember.stream().filter(item -> sort(item).startsWith(MemberSchemas.KEY)).findFirst().map(tables.sentKeys()::record));
  }

  @Override
  public Place place(String threadId, String postId, String memberId) {
    var inThread = new ArrayList<Map<String, AttributeValue>>();
    if (threadId != null) {
      inThread.add(Tables.key(ContentSchemas.THREAD + threadId, ContentSchemas.META));
    }
    if (postId != null) {
      inThread.add(Tables.key(ContentSchemas.THREAD + threadId, ContentSchemas.POST + postId));
    }
    var ofMember = memberId == null ? List.<Map<String, AttributeValue>>of()
        : List.of(Tables.key(MemberSchemas.MEMBER + memberId, MemberSchemas.PROFILE));
    var found = Batch.asOfNow(tables.client, Map.of(tables.contentTable, inThread, tables.membersTable, ofMember));
    var ofThread = found.getOrDefault(tables.contentTable, List.of());
    return new Place(
        ofThread.stream().filter(item -> sort(item).equals(ContentSchemas.META)).findFirst().map(tables.threads()::record),
        ofThread.stream().filter(item -> sort(item).startsWith(ContentSchemas.POST)).findFirst().map(tables.posts()::record),
        found.getOrDefault(tables.membersTable, List.of()).stream().findFirst().map(tables.profiles()::record));
  }

  @Override
  public Optional<ForumThread> thread(String threadId) {
    return tables.get(tables.threads(), ContentSchemas.THREAD + threadId, ContentSchemas.META);
  }

  @Override
  public List<ForumThread> threads(List<String> threadIds) {
    var keys = threadIds.stream().map(id -> Tables.key(ContentSchemas.THREAD + id, ContentSchemas.META)).toList();
    var found = Batch.all(tables.client, tables.contentTable, keys).stream().map(tables.threads()::record)
        .collect(Collectors.toMap(ForumThread::id, Function.identity()));
    return threadIds.stream().map(found::get).filter(thread -> thread != null).toList();
  }

  @Override
  public Optional<Post> find(String threadId, String postId) {
    return tables.get(tables.posts(), ContentSchemas.THREAD + threadId, ContentSchemas.POST + postId);
  }

  @Override
  public List<PostVersion> history(String postId) {
    return tables.client.queryPaginator(query -> query.tableName(tables.contentTable)
            .keyConditionExpression("pk = :history")
            .consistentRead(true)
            .expressionAttributeValues(Map.of(":history", AttributeValue.fromS(ContentSchemas.HISTORY + postId))))
        .items().stream().map(tables.postVersions()::record).toList();
  }

  @Override
  public Page<Post> by(String memberId, Optional<String> position, int size) {
    var keys = tables.client.query(query -> query.tableName(tables.contentTable).indexName(BY_AUTHOR)
            .keyConditionExpression("author = :author AND sk < :before")
            .expressionAttributeValues(Map.of(
                ":author", AttributeValue.fromS(memberId), ":before", AttributeValue.fromS(ContentSchemas.POST + position.orElse(END))))
            .scanIndexForward(false)
            .limit(size + 1))
        .items();
    var page = Page.of(keys, size, last -> sort(last).substring(ContentSchemas.POST.length()));
    // The index is a moment behind anyway: reading the posts as they are this moment would only cost twice as much.
    return new Page<>(whole(page.items(), false), page.next());
  }

  // The index by author holds keys only: every write of a post would else be paid for twice.
  private List<Post> whole(List<Map<String, AttributeValue>> keys, boolean asOfThisMoment) {
    if (keys.isEmpty()) {
      return List.of();
    }
    var wanted = keys.stream().map(key -> Map.of("pk", key.get("pk"), "sk", key.get("sk"))).toList();
    var found = Batch.get(tables.client, Map.of(tables.contentTable, KeysAndAttributes.builder().keys(wanted).consistentRead(asOfThisMoment).build()));
    var byId = found.getOrDefault(tables.contentTable, List.of()).stream().map(tables.posts()::record)
        .collect(Collectors.toMap(Post::id, Function.identity()));
    return keys.stream().map(key -> byId.get(sort(key).substring(ContentSchemas.POST.length()))).filter(post -> post != null).toList();
  }

  @Override
  public List<Post> before(String threadId, String postId, int most) {
    return tables.client.query(query -> query.tableName(tables.contentTable)
            .keyConditionExpression("pk = :thread AND sk BETWEEN :first AND :post")
            .expressionAttributeValues(Map.of(
                ":thread", AttributeValue.fromS(ContentSchemas.THREAD + threadId),
                ":first", AttributeValue.fromS(ContentSchemas.POST),
                ":post", AttributeValue.fromS(ContentSchemas.POST + postId)))
            .scanIndexForward(false)
            .limit(most + 1))
        .items().stream().map(tables.posts()::record).filter(post -> !post.id().equals(postId)).limit(most).toList().reversed();
  }

  @Override
  public List<Post> waitingForCheck(int most) {
    var keys = tables.client.query(query -> query.tableName(tables.contentTable).indexName(PENDING)
            .keyConditionExpression("pending = :pending")
            .expressionAttributeValues(Map.of(":pending", AttributeValue.fromS(ContentSchemas.PENDING)))
            .limit(Math.min(most, 100)))
        .items();
    return whole(keys, true);
  }

  @Override
  public Page<ForumThread> in(String groupId, Optional<String> position, int size) {
    var items = tables.client.query(query -> query.tableName(tables.contentTable).indexName(BY_GROUP)
            .keyConditionExpression("listKey = :group AND listSort < :before")
            .expressionAttributeValues(Map.of(
                ":group", AttributeValue.fromS(ContentSchemas.GROUP + groupId), ":before", AttributeValue.fromS(position.orElse(END))))
            .scanIndexForward(false)
            .limit(size + 1))
        .items();
    return Page.of(items, size, last -> last.get("listSort").s()).map(tables.threads()::record);
  }

  @Override
  public Optional<ThreadPosts> posts(String threadId, Optional<String> afterPostId, int most) {
    return afterPostId.isEmpty() ? fromTheBeginning(threadId, most)
        : thread(threadId).map(thread -> new ThreadPosts(thread, after(threadId, afterPostId.get(), most)));
  }

  // The thread itself sorts before its posts, so that one query brings both.
  private Optional<ThreadPosts> fromTheBeginning(String threadId, int most) {
    var items = tables.client.query(query -> query.tableName(tables.contentTable)
            .keyConditionExpression("pk = :thread")
            .expressionAttributeValues(Map.of(":thread", AttributeValue.fromS(ContentSchemas.THREAD + threadId)))
            .limit(most + 1))
        .items();
    if (items.isEmpty() || !sort(items.getFirst()).equals(ContentSchemas.META)) {
      return Optional.empty();
    }
    return Optional.of(new ThreadPosts(tables.threads().record(items.getFirst()), items.stream().skip(1).map(tables.posts()::record).toList()));
  }

  @Override
  public List<Post> after(String threadId, String postId, int most) {
    return tables.client.query(query -> query.tableName(tables.contentTable)
            .keyConditionExpression("pk = :thread AND sk > :after")
            .expressionAttributeValues(Map.of(
                ":thread", AttributeValue.fromS(ContentSchemas.THREAD + threadId), ":after", AttributeValue.fromS(ContentSchemas.POST + postId)))
            .limit(most))
        .items().stream().map(tables.posts()::record).toList();
  }

  private static String sort(Map<String, AttributeValue> item) {
    return item.get("sk").s();
  }
}
