package org.hearth.forum.reporting;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.Members;
import org.hearth.forum.members.Profile;
import org.hearth.forum.moderation.Case;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.moderation.MemberCase;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.Posts;
import org.hearth.forum.posting.ScreenPost;
import org.hearth.forum.posting.Wording;
import org.hearth.forum.rota.Rotas;

/** Brings a post, a profile or a complaint to a moderator. A report makes a person look sooner; it never decides anything itself. */
public final class ReportContent {
  private static final String REFERENCE_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final Senders senders;
  private final Cases cases;
  private final Posts posts;
  private final Groups groups;
  private final Members members;
  private final Rotas rotas;
  private final Changes changes;
  private final Auditing audit;
  private final Limits limits;
  private final Ids ids;
  private final InstantSource clock;
  private final Credit credit;
  private final SecureRandom random = new SecureRandom();

  public ReportContent(
      Senders senders, Cases cases, Posts posts, Groups groups, Members members, Rotas rotas, Changes changes, Auditing audit, Limits limits, Ids ids,
      InstantSource clock) {
    this.senders = senders;
    this.cases = cases;
    this.credit = new Credit(cases);
    this.posts = posts;
    this.groups = groups;
    this.members = members;
    this.rotas = rotas;
    this.changes = changes;
    this.audit = audit;
    this.limits = limits;
    this.ids = ids;
    this.clock = clock;
  }

  /** A report on its way. */
  private record Sending(Sender sender, ReportDraft draft, ReportReason reason, String fingerprint) {}

  /**
   * Reports a post. Reporting it again gives the same reference.
   *
   * @return the reference
   * @throws Refused when the caller can't see that post, or reports too often
   */
  public String post(Sender sender, String threadId, String postId, ReportDraft draft) {
    return once(new Sending(sender, draft, draft.check(false), draft.fingerprint(postId)), sending -> {
      var found = readable(sender.caller(), threadId, postId);
      var post = found.post();
      var known = cases.find(postId)
          .orElseGet(() -> Case.opened(postId, Case.Kind.POST, Risk.GREEN, ScreenPost.subject(post, Optional.of(found.group())), clock.instant()));
      var snapshot = new Case.Snapshot(post.shownVersion(), post.title(), post.shownText(), clock.instant(), post.shownRedacted());
      return report(sending, known, snapshot, Optional.of(post));
    });
  }

  public String post(Caller caller, String threadId, String postId, ReportDraft draft) {
    return post(Sender.of(caller), threadId, postId, draft);
  }

  /** Reports a member's profile. */
  public String member(Sender sender, String memberId, ReportDraft draft) {
    return once(new Sending(sender, draft, draft.check(false), draft.fingerprint(memberId)), sending -> {
      var member = members.find(memberId).orElseThrow(Refused::notFound);
      var known = cases.find(memberId).orElseGet(() -> MemberCase.of(member, clock.instant()));
      return report(sending, known, null, Optional.empty());
    });
  }

  /** A complaint about anything, from anybody. */
  public String complaint(Sender sender, ReportDraft draft) {
    var now = clock.instant();
    return once(new Sending(sender, draft, draft.check(true), draft.fingerprint("")), sending -> {
      var subject = new Case.Subject(null, null, null, null, null, null, null, Case.snippetOf(draft.note()));
      var opened = Case.opened(ids.at(now), Case.Kind.COMPLAINT, Risk.GREEN, subject, now);
      return report(sending, opened, new Case.Snapshot(0, null, draft.note(), now), Optional.empty());
    });
  }

  /** Takes it, unless a visitor sent it before with that key. */
  private String once(Sending sending, Function<Sending, String> take) {
    return Attempts.of(() -> {
      var sent = Optional.ofNullable(sending.sender().visitorsKey()).flatMap(senders::sent);
      if (sent.filter(known -> !known.fingerprint().equals(sending.fingerprint())).isPresent()) {
        throw new Refused(new Refusal.KeyReused());
      }
      return sent.map(SentReport::reference).orElseGet(() -> take.apply(sending));
    });
  }

  /** @param group in which the conversation is now, which may be another than the one in which the post was written */
  private record Readable(Post post, Group group) {}

  private Readable readable(Caller caller, String threadId, String postId) {
    var post = posts.find(threadId, postId).filter(found -> found.shown() || found.writtenBy(caller)).orElseThrow(Refused::notFound);
    var thread = posts.thread(threadId).filter(found -> found.mayBeKnownBy(caller)).orElseThrow(Refused::notFound);
    var group = groups.find(thread.groupId()).filter(found -> found.mayBeReadBy(caller)).orElseThrow(Refused::notFound);
    return new Readable(post, group);
  }

  // A new case begins as the least urgent; what the report is worth raises it.
  private String report(Sending sending, Case known, Case.Snapshot snapshot, Optional<Post> post) {
    var now = clock.instant();
    var sender = sending.sender();
    var caller = sender.caller();
    var draft = sending.draft();
    var reason = sending.reason();
    var reporter = caller instanceof Caller.Member member ? members.find(member.id()) : Optional.<Profile>empty();
    var earlier = reporter.flatMap(profile -> cases.reportBy(known.id(), profile.id()));
    if (earlier.isPresent() && known.open()) {
      return earlier.get().reference();
    }
    var change = new Change();
    boolean flooded = sender.visits() && counted(sender, change, now);
    boolean discounted = flooded || reporter.filter(profile -> credit.discounts(profile, now)).isPresent();
    boolean flags = reporter.isPresent() && !discounted && post.filter(own -> own.writtenBy(caller)).isEmpty();
    boolean hides = flags && post.filter(seen -> NightRule.hides(seen, (known.open() ? known.flags() : 0) + 1, rotas.duty(), now)).isPresent();
    reporter.ifPresent(profile -> change.save(profile.reported(profile.reporting().oneMore(now, limits.reportsFor(profile)))));
    var reference = earlier.map(Report::reference).orElseGet(() -> newReference(change, known));
    change.save(new Report(known.id(), reference, reason, draft.note(), reporter.map(Profile::id).orElse(null), draft.contact(), now,
        draft.wantsOutcome(), discounted, earlier.map(Report::revision).orElse(0L) + 1));
    var reported = known.changed(opened -> {
      opened.open(discounted ? Credit.discounted(reason) : reason.risk(), now).because(reason.words()).event(now, reason.words(), null);
      opened.reportCount++;
      opened.flags += flags ? 1 : 0;
      if (snapshot != null) {
        opened.snapshot(snapshot);
      }
      if (hides) {
        opened.because(NightRule.WORDS).event(now, "Hidden until a person looks", null);
      }
    });
    change.save(reported);
    if (hides) {
      hide(change, post.orElseThrow(), reported, now);
    }
    if (sender.visitorsKey() != null) {
      change.add(new SentReport(sender.visitorsKey(), sending.fingerprint(), reference, now.plus(SentReport.KEPT), 1));
    }
    changes.commit(change);
    return reference;
  }

  private void hide(Change change, Post post, Case reported, Instant now) {
    var hidden = post.outOfSight(rotas.duty().expected(reported.dueAt(), now));
    change.save(hidden);
    posts.thread(post.threadId()).ifPresent(thread -> change.save(thread.following(post, hidden, now)));
    members.find(post.authorId()).ifPresent(author -> change.save(author.counting(-1)));
    audit.to(change, now, NightRule.ACTOR, Audited.HELD, post.id(), null);
  }

  private String newReference(Change change, Case known) {
    var reference = reference();
    change.add(new ReportReference(reference, known.id(), 1));
    return reference;
  }

  /**
   * Counts a visitor's report.
   *
   * @return whether so many have come from everywhere that none of them may go before what members say
   */
  private boolean counted(Sender sender, Change change, Instant now) {
    if (sender.address() == null) {
      return false;
    }
    change.save(use(sender.address()).oneMore(now, limits.visitorReports()));
    var all = use(AddressUse.EVERYBODY);
    if (all.reports().at(now).count() >= limits.allVisitorsReports()) {
      return true;
    }
    change.save(all.oneMore(now, limits.allVisitorsReports()));
    return false;
  }

  private AddressUse use(String address) {
    return senders.use(address).orElseGet(() -> AddressUse.none(address));
  }

  // Easy to read out on the phone: no letter that looks or sounds like another sign.
  private String reference() {
    var letters = new StringBuilder("HR-");
    for (int i = 0; i < 8; i++) {
      letters.append(i == 4 ? "-" : "").append(REFERENCE_LETTERS.charAt(random.nextInt(REFERENCE_LETTERS.length())));
    }
    return letters.toString();
  }
}
