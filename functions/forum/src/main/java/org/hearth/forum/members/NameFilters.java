package org.hearth.forum.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearth.forum.members.Preferences.Filters;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Posts;

/**
 * Says what those are called now whom somebody muted, and the threads that they hid. It is looked up each time: a name or a title
 * that was kept with others would outlast its owner's erasure.
 */
public final class NameFilters {
  private final Members members;
  private final Posts posts;
  private final Groups groups;

  public NameFilters(Members members, Posts posts, Groups groups) {
    this.members = members;
    this.posts = posts;
    this.groups = groups;
  }

  /** @return the same, with an empty text for whoever is gone and for what the caller can't read */
  public Filters of(Caller caller, Filters filters) {
    return new Filters(filters.labels(), names(filters.muted()), titles(caller.signedIn(), filters.hidden()));
  }

  private Map<String, String> names(Map<String, String> muted) {
    var named = new HashMap<>(muted);
    named.replaceAll((id, nothing) -> "");
    members.all(List.copyOf(muted.keySet())).forEach(member -> named.put(member.id(), member.name()));
    return Map.copyOf(named);
  }

  private Map<String, String> titles(Caller.Member member, Map<String, String> hidden) {
    var titled = new HashMap<>(hidden);
    titled.replaceAll((id, nothing) -> "");
    if (!hidden.isEmpty() && member.standing().mayRead()) {
      posts.threads(List.copyOf(hidden.keySet())).stream().filter(thread -> mayRead(member, thread)).forEach(thread -> titled.put(thread.id(), thread.title()));
    }
    return Map.copyOf(titled);
  }

  private boolean mayRead(Caller.Member member, ForumThread thread) {
    return thread.mayBeKnownBy(member) && groups.find(thread.groupId()).filter(group -> group.mayBeReadBy(member)).isPresent();
  }
}
