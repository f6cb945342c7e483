package org.hearth.forum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.hearth.forum.access.AcceptInvitation;
import org.hearth.forum.access.ExtendAccess;
import org.hearth.forum.access.Invite;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.audit.ReadAudit;
import org.hearth.forum.audit.WatchAudit;
import org.hearth.forum.care.Care;
import org.hearth.forum.conversation.AllowConversations;
import org.hearth.forum.conversation.Converse;
import org.hearth.forum.drill.RunDrill;
import org.hearth.forum.erasure.AskForErasure;
import org.hearth.forum.erasure.CarryOutErasures;
import org.hearth.forum.greeting.Greet;
import org.hearth.forum.listing.ReadThreads;
import org.hearth.forum.members.Account;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Joining;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.members.Window;
import org.hearth.forum.moderation.Appeal;
import org.hearth.forum.moderation.ArrangeThread;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.ClaimCase;
import org.hearth.forum.moderation.Decide;
import org.hearth.forum.moderation.DecisionDraft;
import org.hearth.forum.moderation.FollowUps;
import org.hearth.forum.moderation.KeepNotes;
import org.hearth.forum.moderation.ReadCases;
import org.hearth.forum.moderation.Sweep;
import org.hearth.forum.moderation.WatchCases;
import org.hearth.forum.notifying.TellOfCase;
import org.hearth.forum.notifying.TellPeople;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.DeletePost;
import org.hearth.forum.posting.Draft;
import org.hearth.forum.posting.EditPost;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Reply;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.posting.StartThread;
import org.hearth.forum.posting.Visibility;
import org.hearth.forum.reporting.ReportContent;
import org.hearth.forum.reporting.ReportDraft;
import org.hearth.forum.rota.AtWork;
import org.hearth.forum.rota.HandOver;
import org.hearth.forum.rota.PlanRota;
import org.hearth.forum.rota.WatchCover;
import org.hearth.forum.screening.Grade;

/** A small community on the fake: a group of each kind, members, moderators, and every use case over the same stores. */
public final class Community {
  /** How many published posts a known member brings along. */
  public static final int KNOWN = 10;
  public static final Caller VISITOR = Caller.VISITOR;

  public static final String PERSONAL_REPLY = "I read about your night, and it sounded long and lonely. Shall we talk tomorrow at nine?";

  public final InMemoryForum forum = new InMemoryForum();
  public final MovableClock clock = new MovableClock();
  public final ToldScreening screening = new ToldScreening();
  public final ToldAlerts alerts = new ToldAlerts();
  public final List<RuntimeException> sweepFailures = new ArrayList<>();
  public final ToldWitness witness = new ToldWitness();
  private final Ids ids = new TestIds();
  private final Auditing auditing = new Auditing(forum.log);
  private final TellPeople tellPeople = new TellPeople(alerts, "https://hearth.example");

  public final StartThread start;
  public final Reply reply;
  public final EditPost edit;
  public final DeletePost delete = new DeletePost(forum.posts, forum.groups, forum.cases, forum, clock);
  public final ScreenPost screen =
      new ScreenPost(forum.posts, forum.groups, forum.cases, forum, auditing, screening.screening(), forum.rotas, clock);
  public final ReportContent report;
  public final Care care = new Care(forum.cares, forum.cases, forum.rotas, forum, auditing, tellPeople, clock);
  public final RunDrill drill = new RunDrill(forum.drills, forum.cases, forum, auditing, ids, clock);
  public final ClaimCase claim = new ClaimCase(forum.cases, care, forum, clock);
  public final Decide decide = new Decide(forum.cases, forum.posts, forum.members, forum, auditing, ids, clock);
  public final Appeal appeal = new Appeal(forum.cases, forum.posts, forum.members, forum, ids, clock);
  public final ReadThreads read = new ReadThreads(forum.groups, forum.posts, forum.posts, forum, auditing, clock);
  public final ReadCases cases =
      new ReadCases(forum.cases, forum.posts, forum.groups, forum.members, forum, auditing, clock);
  public final ReadAudit audit = new ReadAudit(forum.log, witness);
  public final WatchAudit watchAudit = new WatchAudit(forum.log, witness, tellPeople, clock);
  public final Account account = new Account(forum.members, forum.posts, forum.cases, forum.erasures, forum.access, forum.conversations);
  public final Greet greet = new Greet(forum.greeters, forum.members, forum.groups, forum, auditing, clock);
  public final Invite invite = new Invite(forum.access, forum.groups, forum, auditing, ids, clock);
  public final AcceptInvitation accept = new AcceptInvitation(forum.access, forum.groups, forum.members, forum, auditing, clock);
  public final ExtendAccess extend = new ExtendAccess(forum.access, forum.groups, forum.members, forum, auditing, clock);
  public final Converse converse = new Converse(forum.conversations, forum.members, forum.posts, forum.groups, forum, ids, clock);
  public final AllowConversations allow = new AllowConversations(forum.conversations, forum, auditing, clock);
  public final Joining joining = new Joining(forum.members, forum, clock);
  public final AskForErasure erasure = new AskForErasure(forum.erasures, forum.members, forum.cases, forum, clock);
  public final ArrangeThread arrange = new ArrangeThread(forum.posts, forum.posts, forum.groups, forum.cases, forum, auditing, clock);
  public final KeepNotes notes = new KeepNotes(forum.cases, forum.members, forum, auditing, ids, clock);
  public final FollowUps followUps = new FollowUps(forum.cases, forum, auditing, clock);
  public final PlanRota plan = new PlanRota(forum.rotas, forum, auditing, ids, clock);
  public final AtWork atWork = new AtWork(forum.rotas, forum, clock);
  public final HandOver handOver = new HandOver(forum.rotas, forum.cases, clock);
  public final WatchCases watchCases = new WatchCases(forum.cases, forum, tellPeople, clock);
  public final WatchCover watchCover = new WatchCover(forum.rotas, forum, tellPeople, clock);
  public final TellOfCase tellOfCase = new TellOfCase(forum.cases, forum, tellPeople, clock);
  public final Sweep sweep = new Sweep(forum.posts, screen, watchCases, watchCover, watchAudit, clock, sweepFailures::add);

  public final Group open = group("Evenings", Visibility.PUBLIC, 0);
  public final Group members = group("Carers", Visibility.MEMBERS, 1);
  public final Group closed = group("New parents", Visibility.RESTRICTED, 2);
  public final String ada = known("Ada");
  public final String bo = known("Bo");
  public final String newcomer = join("Nell", Role.MEMBER, 0, Set.of());
  public final String invited = join("Ivy", Role.MEMBER, KNOWN, Set.of(closed.id()));
  public final String mo = join("Mo", Role.MODERATOR, 0, Set.of());
  public final String mia = join("Mia", Role.MODERATOR, 0, Set.of());
  public final String lena = join("Lena", Role.LEAD, 0, Set.of());
  public final String abe = join("Abe", Role.ADMIN, 0, Set.of());

  public Community() {
    this(Limits.NONE);
  }

  public Community(Limits limits) {
    start = new StartThread(forum.posts, forum.marks, forum.groups, forum, auditing, limits, ids, clock);
    reply = new Reply(forum.posts, forum.marks, forum.groups, forum.conversations, forum, auditing, limits, ids, clock);
    edit = new EditPost(forum.posts, forum.groups, forum.conversations, forum, limits, clock);
    report = new ReportContent(forum.senders, forum.cases, forum.posts, forum.groups, forum.members, forum.rotas, forum, auditing, limits, ids, clock);
  }

  public CarryOutErasures erasing(Consumer<RuntimeException> failures) {
    return new CarryOutErasures(forum.erasures, forum.greeters, forum.conversations, forum.posts, forum.members, forum.cases, forum, auditing, clock, failures);
  }

  private Group group(String name, Visibility visibility, int position) {
    var group = new Group("g-" + name, name, "About " + name, visibility, 2, List.of(), position, Checks.STANDARD, 1);
    forum.put(group);
    return group;
  }

  /** A member whose posts are no longer held for being first ones. */
  public String known(String name) {
    return join(name, Role.MEMBER, KNOWN, Set.of());
  }

  public String join(String name, Role role, int published, Set<String> groups) {
    var id = "m-" + name;
    forum.put(new Profile(id, name, role, Standing.GOOD, groups, clock.instant(), published, Window.EMPTY, Window.EMPTY, null, 1));
    return id;
  }

  /** As the authorizer would know them this moment. */
  public Caller.Member caller(String memberId) {
    var profile = profile(memberId);
    return new Caller.Member(memberId, profile.name(), profile.role(), profile.standing().at(clock.instant()), profile.groupsAt(clock.instant()));
  }

  public Profile profile(String memberId) {
    return forum.members.find(memberId).orElseThrow();
  }

  public void standing(String memberId, Standing.State state) {
    var profile = profile(memberId);
    forum.commit(new Change().save(profile.sanctioned(new Standing(state, null), profile.notice(), 0)));
  }

  // Posts

  public Post asks(String memberId, Group group, String text) {
    return start.by(caller(memberId), group.id(), Draft.thread("Title of " + text, text), null).post();
  }

  public Post replies(String memberId, String threadId, String text) {
    return reply.by(caller(memberId), threadId, Draft.reply(text), null);
  }

  public Post edits(Post post, String text) {
    return edit.by(caller(post.authorId()), post.threadId(), post.id(), text, now(post).version());
  }

  public void deletes(Post post) {
    delete.by(caller(post.authorId()), post.threadId(), post.id());
  }

  /** The stream brings the post as it was written. */
  public Post checked(Post post) {
    screen.check(post);
    return now(post);
  }

  public Post now(Post post) {
    return forum.posts.find(post.threadId(), post.id()).orElseThrow();
  }

  public ForumThread thread(Post post) {
    return forum.posts.thread(post.threadId()).orElseThrow();
  }

  /** A thread that everybody who may read the group can see. */
  public Post published(Group group) {
    screening.says(Grade.GREEN);
    return checked(asks(group.visibility() == Visibility.RESTRICTED ? invited : ada, group, "The kettle is on"));
  }

  /** A post that waits for a person, and its case. */
  public Post held() {
    screening.says(Grade.AMBER);
    var held = checked(asks(ada, open, "The bus was late again and the tea was cold"));
    screening.says(Grade.GREEN);
    return held;
  }

  public boolean sees(Caller caller, Post post) {
    try {
      return read.thread(caller, post.threadId(), Optional.empty()).posts().items().stream().anyMatch(shown -> shown.id().equals(post.id()));
    } catch (Refused refused) {
      return false;
    }
  }

  // Moderation

  public Case caseOf(Post post) {
    return forum.cases.find(post.id()).orElseThrow();
  }

  public Optional<Case> caseOf(String memberId) {
    return forum.cases.find(memberId);
  }

  public String reports(String memberId, Post post) {
    return report.post(caller(memberId), post.threadId(), post.id(), new ReportDraft("rules", "Please look", null));
  }

  public static DecisionDraft draft(String action) {
    return new DecisionDraft(action, "be-kind", "Please be kind", null, null, null);
  }

  public DecisionDraft until(String action, Duration length) {
    return new DecisionDraft(action, "be-kind", "Please be kind", null, clock.instant().plus(length), null);
  }

  public static DecisionDraft redact(String text) {
    return new DecisionDraft("redact", "no-personal-data", "No addresses, please", text, null, null);
  }

  /** Claims the case and decides it. */
  public Decide.Decided decides(String moderatorId, String caseId, DecisionDraft draft) {
    claim.by(caller(moderatorId), caseId);
    boolean writes = draft.reply() == null && !"escalate".equals(draft.action()) && forum.cases.find(caseId).filter(Case::wantsReply).isPresent();
    return decide.by(caller(moderatorId), caseId, writes ? replying(draft, PERSONAL_REPLY) : draft);
  }

  public static DecisionDraft replying(DecisionDraft draft, String reply) {
    return new DecisionDraft(draft.action(), draft.rule(), draft.reason(), draft.text(), draft.until(), draft.version(), reply);
  }

  public Decide.Decided decides(String moderatorId, Post post, String action) {
    return decides(moderatorId, post.id(), draft(action));
  }

  public List<AuditEntry> auditOf(String target) {
    return forum.all(AuditEntry.class).stream().filter(entry -> entry.target().equals(target))
        .sorted(Comparator.comparing(AuditEntry::sequence)).toList();
  }
}
