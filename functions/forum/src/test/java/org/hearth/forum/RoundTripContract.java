package org.hearth.forum;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.hearth.forum.access.ExtensionRequest;
import org.hearth.forum.access.Invitation;
import org.hearth.forum.audit.AuditEntry;
import org.hearth.forum.audit.AuditHead;
import org.hearth.forum.care.CareSettings;
import org.hearth.forum.care.Load;
import org.hearth.forum.conversation.Companion;
import org.hearth.forum.conversation.ConversationSettings;
import org.hearth.forum.drill.Drill;
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
import org.hearth.forum.moderation.Cases.CaseFile;
import org.hearth.forum.moderation.Decision;
import org.hearth.forum.moderation.MemberNote;
import org.hearth.forum.moderation.QueueCounts;
import org.hearth.forum.moderation.ReplyTemplates;
import org.hearth.forum.moderation.Risk;
import org.hearth.forum.posting.ForumThread;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Post;
import org.hearth.forum.posting.PostVersion;
import org.hearth.forum.posting.SentKey;
import org.hearth.forum.reporting.AddressUse;
import org.hearth.forum.reporting.Report;
import org.hearth.forum.reporting.ReportReason;
import org.hearth.forum.reporting.ReportReference;
import org.hearth.forum.reporting.SentReport;
import org.hearth.forum.resources.Resource;
import org.hearth.forum.rota.Gap;
import org.hearth.forum.rota.Presence;
import org.hearth.forum.rota.Rota;

/** Whatever is written is read back as it was, every field of it. */
public abstract class RoundTripContract {
  private static final int TRIES = 40;

  protected abstract Stores stores();

  @Provide
  Arbitrary<Stored> records() {
    return Arbitraries.oneOf(
        Records.groups(), Records.threads(), Records.posts(), Records.profiles(), Records.claims(), Records.keys(),
        Records.cases(), Records.reports(), Records.decisions(), Records.entries(), Records.heads(), Records.erasures(),
        Records.keptCases(), Records.keptStandings(), Records.references(), Records.rotas(), Records.presences(), Records.gaps(),
        Records.marks(), Records.readings(), Records.templates(), Records.preferences(), Records.sentReports(), Records.addressUses(),
        Records.notes(), Records.versions(), Records.counted(), Records.mailKeys(), Records.careSettings(), Records.loads(),
        Records.drills(), Records.greeters(), Records.greetersTold(), Records.resources(), Records.invitations(),
        Records.extensionRequests(), Records.companions(), Records.conversationSettings());
  }

  @Property(tries = TRIES * 38, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.BOUNDED)
  void whatIsWrittenIsReadBack(@ForAll("records") Stored record) {
    var stores = stores();
    removeTheOnlyOne(stores, record);
    stores.changes().commit(new Change().add(record));
    assertThat(read(stores, record)).isEqualTo(Optional.of(record));
  }

  // There is one head, one rota and one newest gap, whoever wrote it.
  private static void removeTheOnlyOne(Stores stores, Stored record) {
    var there = switch (record) {
      case AuditHead head -> stores.log().head();
      case Rota rota -> Optional.of(stores.rotas().duty().rota()).filter(kept -> kept.revision() > 0);
      case Gap gap -> stores.rotas().duty().gap();
      case QueueCounts counts -> stores.cases().counts();
      case ReplyTemplates templates -> Optional.of(stores.cases().templates()).filter(kept -> kept.revision() > 0);
      case CareSettings settings -> Optional.of(stores.cares().book().settings()).filter(kept -> kept.revision() > 0);
      case MailKey key -> stores.members().mailKey();
      case GreetersTold told -> stores.greeters().told();
      case ConversationSettings settings -> Optional.of(stores.conversations().settings()).filter(kept -> kept.revision() > 0);
      default -> Optional.<Stored>empty();
    };
    there.ifPresent(one -> stores.changes().commit(new Change().remove(one)));
  }

  private static Optional<? extends Stored> read(Stores stores, Stored record) {
    return switch (record) {
      case Group group -> stores.groups().find(group.id());
      case ForumThread thread -> stores.posts().thread(thread.id());
      case Post post -> stores.posts().find(post.threadId(), post.id());
      case Profile profile -> stores.members().find(profile.id());
      case NameClaim claim -> stores.members().claimOn(claim.foldedName());
      case SentKey sent -> stores.posts().ground(null, sent.memberId(), sent.key()).sent();
      case Case one -> stores.cases().find(one.id());
      case Report report -> file(stores, report).reports().stream().findFirst();
      case Decision decision -> file(stores, decision).decisions().stream().findFirst();
      case AuditEntry entry -> stores.log().month(entry.month(), entry.sequence() - 1, 1).items().stream().findFirst();
      case AuditHead head -> stores.log().head();
      case ThreadMarks marks -> stores.marks().find(marks.memberId(), marks.threadId());
      case Reading reading -> stores.marks().reading(reading.memberId());
      case MailKey key -> stores.members().mailKey();
      case Greeter greeter -> stores.greeters().find(greeter.memberId());
      case GreetersTold told -> stores.greeters().told();
      case Resource resource -> stores.resources().find(resource.id());
      case Invitation invitation -> stores.invitations().find(invitation.id());
      case ExtensionRequest request -> stores.extensions().find(request.memberId(), request.groupId());
      case Companion side -> stores.conversations().find(side.memberId(), side.otherId());
      case ConversationSettings settings -> Optional.of(stores.conversations().settings());
      case Preferences chosen -> stores.members().preferences(chosen.memberId());
      case Erasure wish -> stores.erasures().find(wish.memberId());
      case KeptCase kept -> stores.erasures().keptCase(kept.caseId());
      case KeptStanding left -> stores.members().keptStanding(left.memberId());
      case ReportReference reference -> Optional.of(reference).filter(known -> leadsToItsCase(stores, known));
      case Rota rota -> Optional.of(stores.rotas().duty().rota());
      case Presence presence ->
          stores.rotas().duty().presences().stream().filter(known -> known.moderatorId().equals(presence.moderatorId())).findFirst();
      case CareSettings settings -> Optional.of(stores.cares().book().settings());
      case Drill drill -> stores.drills().newest(10_000).stream().filter(kept -> kept.id().equals(drill.id())).findFirst();
      case Load load -> stores.cares().book().loads().stream().filter(kept -> kept.moderatorId().equals(load.moderatorId())).findFirst();
      case Gap gap -> stores.rotas().duty().gap();
      case ReplyTemplates templates -> Optional.of(stores.cases().templates());
      case SentReport sent -> stores.senders().sent(sent.key());
      case AddressUse use -> stores.senders().use(use.address());
      case QueueCounts counts -> stores.cases().counts();
      case MemberNote note -> stores.cases().notes(note.memberId()).stream().findFirst();
      case PostVersion version -> stores.posts().history(version.postId()).stream().findFirst();
      case SessionEnd end -> throw new IllegalArgumentException("Sessions have no store here");
      default -> throw new IllegalArgumentException("Nothing reads a " + record.getClass());
    };
  }

  private static boolean leadsToItsCase(Stores stores, ReportReference reference) {
    var report = new Report(reference.caseId(), reference.reference(), ReportReason.SPAM, null, null, null, Samples.NOON, true, false, 1);
    stores.add(Records.withId(Samples.openCase(Risk.AMBER, Samples.NOON), reference.caseId()), report);
    return stores.cases().reportOf(reference.reference()).equals(Optional.of(report));
  }

  private static CaseFile file(Stores stores, Stored belonging) {
    var caseId = belonging instanceof Report report ? report.caseId() : ((Decision) belonging).caseId();
    if (stores.cases().find(caseId).isEmpty()) {
      stores.add(Records.withId(Samples.openCase(Risk.AMBER, Samples.NOON), caseId));
    }
    return stores.cases().file(caseId).orElseThrow();
  }
}
