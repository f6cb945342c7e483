package org.hearth.lambda.dynamo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.Samples;
import org.hearth.forum.Stores;
import org.hearth.forum.TestIds;
import org.hearth.forum.access.AcceptInvitation;
import org.hearth.forum.access.Invite;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.members.Caller;
import org.hearth.forum.members.Profile;
import org.hearth.forum.members.Role;
import org.hearth.forum.members.Standing;
import org.hearth.forum.posting.Checks;
import org.hearth.forum.posting.Group;
import org.hearth.forum.posting.Visibility;
import org.junit.jupiter.api.Test;

/** Many people open one link at the same moment, on the real store: as many come in as it was made for, and no more. */
class AnInvitationIsNeverUsedTooOftenTest {
  private static final int PEOPLE = 12;
  private static final int USES = 4;
  private static final int ROUNDS = 5;
  private static final Instant NOW = Samples.NOON;
  private static final Caller LEAD = new Caller.Member("m-lena", "Lena", Role.LEAD, Standing.GOOD, Set.of());

  private final Stores stores = DynamoLocal.stores(DynamoLocal.newTables());
  private final Auditing audit = new Auditing(stores.log());
  private final Invite invite = new Invite(stores.invitations(), stores.groups(), stores.changes(), audit, new TestIds(), () -> NOW);
  private final AcceptInvitation accept =
      new AcceptInvitation(stores.invitations(), stores.groups(), stores.members(), stores.changes(), audit, () -> NOW);

  @Test
  void asManyComeInAsItWasMadeFor() throws Exception {
    var group = new Group("closed", "Closed", "For a few", Visibility.RESTRICTED, 0, List.of(), 0, Checks.STANDARD, 1);
    stores.add(group);
    try (var doors = Executors.newFixedThreadPool(PEOPLE)) {
      for (int round = 0; round < ROUNDS; round++) {
        var people = IntStream.range(0, PEOPLE).mapToObj(number -> Samples.profile("Guest " + number)).toList();
        people.forEach(stores::add);
        var made = invite.make(LEAD, new Invite.Draft("closed", NOW.plus(Duration.ofDays(1)), USES, null, 30));
        var start = new CyclicBarrier(PEOPLE);
        var refusals = doors.invokeAll(people.stream().map(person -> entering(start, person, made.token())).toList()).stream()
            .map(future -> future.resultNow()).flatMap(Optional::stream).toList();
        int inside = (int) people.stream().filter(person -> stores.members().find(person.id()).orElseThrow().belongs("closed", NOW)).count();
        var after = stores.invitations().find(made.invitation().id()).orElseThrow();
        assertThat(inside).isEqualTo(after.used()).isEqualTo(PEOPLE - refusals.size()).isLessThanOrEqualTo(USES);
        // Whoever was told to come again in a moment may have left the last place free; nobody else may.
        assertThat(inside == USES || refusals.stream().anyMatch(Refusal.Unavailable.class::isInstance)).isTrue();
      }
    }
  }

  private Callable<Optional<Refusal>> entering(CyclicBarrier start, Profile person, String token) {
    return () -> {
      start.await();
      try {
        accept.by(new Caller.Member(person.id(), person.name(), Role.MEMBER, Standing.GOOD, Set.of()), token);
        return Optional.empty();
      } catch (Refused refused) {
        return Optional.of(refused.refusal());
      }
    };
  }
}
