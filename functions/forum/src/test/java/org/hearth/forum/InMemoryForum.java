package org.hearth.forum;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Cares;
import org.hearth.forum.care.Load;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.drill.Drill;
import org.hearth.forum.drill.Drills;
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
import org.hearth.forum.posting.Groups;
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

/** All stores in one map, as strict about revisions as the tables are. It passes the same contract tests as they do. */
public final class InMemoryForum implements Changes {
  private static final int MOST_STEPS = 100;

  private final Map<String, Stored> items = new HashMap<>();
  private final List<Consumer<Change>> beforeNextCommit = new ArrayList<>();
  private Consumer<Change> beforeEachCommit = change -> {};
  public final InMemoryPosts posts = new InMemoryPosts(this);
  public final InMemoryMembers members = new InMemoryMembers(this);
  public final InMemoryMarks marks = new InMemoryMarks(this);
  public final InMemoryGreeters greeters = new InMemoryGreeters(this);
  public final InMemoryResources resources = new InMemoryResources(this);
  public final InMemoryAccess access = new InMemoryAccess(this);
  public final InMemoryConversations conversations = new InMemoryConversations(this);
  public final InMemoryErasures erasures = new InMemoryErasures(this);
  public final InMemorySenders senders = new InMemorySenders(this);
  public final InMemoryCases cases = new InMemoryCases(this);
  public final InMemoryRotas rotas = new InMemoryRotas(this);
  public final Cares cares = () -> new Cares.Book(get(CareSettings.class, "").orElse(CareSettings.USUAL),
      each(Load.class).sorted(Comparator.comparing(Load::moderatorId)).toList());
  public final Drills drills = most -> each(Drill.class).sorted(Comparator.comparing(Drill::id).reversed()).limit(most).toList();
  public final InMemoryAuditLog log = new InMemoryAuditLog(this);
  public final Groups groups = () -> each(Group.class).sorted(Comparator.comparing(Group::position).thenComparing(Group::id)).toList();

  /** All stores of this forum, for the contract tests. */
  public Stores stores() {
    return new Stores(posts, posts, members, erasures, marks, senders, greeters, resources, access, access, conversations, cases, log, rotas, cares, drills, groups, this);
  }

  /** Runs something between what a use case read and what it writes: the race that a test wants. */
  public void beforeNextCommit(Runnable race) {
    beforeNextCommit.add(change -> race.run());
  }

  /** Hears of each change before it is written; what it throws, the use case meets as the store's failure. */
  public void beforeEachCommit(Consumer<Change> listener) {
    beforeEachCommit = listener;
  }

  /** Puts something there as it is, past all rules: how somebody with the tables in their hands would tamper. */
  public synchronized void put(Stored item) {
    items.put(key(item), item);
  }

  public synchronized void takeAway(Stored item) {
    items.remove(key(item));
  }

  /** Everything of that kind, in no particular order. */
  public synchronized <T extends Stored> List<T> all(Class<T> kind) {
    return items.values().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All that is kept, to compare before and after. */
  public synchronized Map<String, Stored> everything() {
    return Map.copyOf(items);
  }

  @Override
  public void commit(Change change) {
    beforeEachCommit.accept(change);
    if (!beforeNextCommit.isEmpty()) {
      beforeNextCommit.removeFirst().accept(change);
    }
    write(change);
  }

  private synchronized void write(Change change) {
    var steps = change.steps();
    var keys = new HashSet<String>();
    steps.forEach(step -> requireOnce(keys, item(step)));
    if (steps.isEmpty() || steps.size() > MOST_STEPS) {
      throw new IllegalArgumentException("A change has 1 to " + MOST_STEPS + " steps; this one has " + steps.size());
    }
    if (!steps.stream().allMatch(this::holds)) {
      throw new Conflict();
    }
    steps.forEach(this::apply);
  }

  private static void requireOnce(HashSet<String> keys, Stored item) {
    if (!keys.add(key(item))) {
      throw new IllegalArgumentException("A change can't hold one item twice: " + key(item));
    }
  }

  private static Stored item(Change.Step step) {
    return switch (step) {
      case Change.Add(var item) -> item;
      case Change.Replace(var item) -> item;
      case Change.Remove(var item) -> item;
      case Change.Unchanged(var item) -> item;
      case Change.Absent(var item) -> item;
    };
  }

  private boolean holds(Change.Step step) {
    var there = Optional.ofNullable(items.get(key(item(step)))).map(Stored::revision);
    return switch (step) {
      case Change.Add(var item) -> there.isEmpty();
      case Change.Absent(var item) -> there.isEmpty();
      case Change.Replace(var item) -> there.equals(Optional.of(item.revision() - 1));
      case Change.Remove(var item) -> there.equals(Optional.of(item.revision()));
      case Change.Unchanged(var item) -> there.equals(Optional.of(item.revision()));
    };
  }

  private void apply(Change.Step step) {
    switch (step) {
      case Change.Add(var item) -> items.put(key(item), item);
      case Change.Replace(var item) -> items.put(key(item), item);
      case Change.Remove(var item) -> items.remove(key(item));
      case Change.Unchanged(var item) -> { }
      case Change.Absent(var item) -> { }
    }
  }

  private static String key(Stored item) {
    return item.getClass().getSimpleName() + "/" + switch (item) {
      case Group group -> group.position() + "/" + group.id();
      case ForumThread thread -> thread.id();
      case Post post -> post.threadId() + "/" + post.id();
      case Profile profile -> profile.id();
      case NameClaim claim -> claim.foldedName();
      case SessionEnd end -> end.memberId() + "/" + end.tokenId();
      case SentKey sent -> sent.memberId() + "/" + sent.key();
      case Case one -> one.id();
      case Report report -> report.caseId() + "/" + (report.reporterId() == null ? report.reference() : "M/" + report.reporterId());
      case ReportReference reference -> reference.reference();
      case SentReport sent -> sent.key();
      case AddressUse use -> use.address();
      case Rota rota -> "";
      case ReplyTemplates templates -> "";
      case QueueCounts counts -> "";
      case MemberNote note -> note.memberId() + "/" + note.id();
      case PostVersion version -> version.postId() + "/" + version.version();
      case Presence presence -> presence.moderatorId();
      case Gap gap -> "";
      case Drill drill -> drill.id();
      case CareSettings settings -> "";
      case Load load -> load.moderatorId();
      case Decision decision -> decision.caseId() + "/" + decision.id();
      case ThreadMarks marks -> marks.memberId() + "/" + marks.threadId();
      case Reading reading -> reading.memberId();
      case Greeter greeter -> greeter.memberId();
      case GreetersTold told -> "";
      case Resource resource -> resource.id();
      case Invitation invitation -> invitation.id();
      case Companion side -> side.memberId() + "/" + side.otherId();
      case ConversationSettings settings -> "";
      case ExtensionRequest request -> request.memberId() + "/" + request.groupId();
      case MailKey key -> "";
      case Preferences chosen -> chosen.memberId();
      case Erasure wish -> wish.memberId();
      case KeptStanding left -> left.memberId();
      case KeptCase kept -> kept.caseId();
      case AuditHead head -> "";
      case AuditEntry entry -> entry.month() + "/" + entry.sequence();
      default -> throw new IllegalArgumentException("Nothing keeps a " + item.getClass());
    };
  }

  <T extends Stored> Stream<T> each(Class<T> kind) {
    return all(kind).stream();
  }

  synchronized <T extends Stored> Optional<T> get(Class<T> kind, String key) {
    return Optional.ofNullable(items.get(kind.getSimpleName() + "/" + key)).map(kind::cast);
  }

  static <T> Page<T> page(Stream<T> inOrder, Function<T, String> place, Optional<String> position, boolean rising, int size) {
    var rest = inOrder.filter(item -> position.isEmpty() || place.apply(item).compareTo(position.get()) * (rising ? 1 : -1) > 0);
    return Page.of(rest.limit(size + 1L).toList(), size, place);
  }
}
