package org.hearth.forum.listing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hearth.forum.Refused;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;

/** What feed readers are given: the newest conversations of public groups, as somebody sees them who is not signed in. */
public final class ReadFeed {
  private static final int THREADS = 15;

  /** A conversation by its opening post. */
  public record Item(Group group, ForumThread thread, Post opening) {}

  private final Groups groups;
  private final Threads threads;

  public ReadFeed(Groups groups, Threads threads) {
    this.groups = groups;
    this.threads = threads;
  }

  /** @throws Refused when there is no such group that anybody may read */
  public Group group(String groupId) {
    return groups.find(groupId).filter(group -> group.mayBeReadBy(Caller.VISITOR)).orElseThrow(Refused::notFound);
  }

  /** @param without labels of conversations that are to be left out */
  public List<Item> of(Group group, Set<String> without) {
    return newest(items(group, without));
  }

  public List<Item> ofAll(Set<String> without) {
    return newest(groups.all().stream().filter(group -> group.mayBeReadBy(Caller.VISITOR)).flatMap(group -> items(group, without)));
  }

  private static List<Item> newest(Stream<Item> items) {
    return items.sorted(Comparator.comparing((Item item) -> item.thread().id()).reversed()).limit(THREADS).toList();
  }

  private Stream<Item> items(Group group, Set<String> without) {
    return threads.in(group.id(), Optional.empty(), THREADS).items().stream()
        .filter(thread -> thread.labels().stream().noneMatch(without::contains))
        .flatMap(thread -> opening(thread).map(post -> new Item(group, thread, post)).stream());
  }

  private Optional<Post> opening(ForumThread thread) {
    return threads.posts(thread.id(), Optional.empty(), 1).stream().flatMap(found -> found.posts().stream()).filter(Post::shown).findFirst();
  }
}
