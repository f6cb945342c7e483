package org.hearth.forum.resources;

import com.google.re2j.Pattern;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import org.hearth.forum.Attempts;
import org.hearth.forum.Change;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.Refusal;
import org.hearth.forum.Refused;
import org.hearth.forum.audit.Audited;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.listing.HelpLines;
import org.hearth.forum.members.Caller;
import org.hearth.forum.posting.Wording;

/** Keeps the library: anybody reads it, leads and admins change it, and nothing in it stays unlooked at for ever. */
public final class KeepResources {
  public static final int MOST = 200;
  private static final Pattern ADDRESS = Pattern.compile("https://[A-Za-z0-9.-]+\\.[A-Za-z]{2,}(:[0-9]+)?([/?#][^\\s\"<>\\\\]*)?");
  private static final int LONGEST_ADDRESS = 500;

  /** @param url may be null, as may the region, which then is anywhere */
  public record Draft(String title, String text, String url, String region, Instant reviewBy) {}

  private final Resources resources;
  private final Changes changes;
  private final Auditing audit;
  private final Ids ids;
  private final InstantSource clock;

  public KeepResources(Resources resources, Changes changes, Auditing audit, Ids ids, InstantSource clock) {
    this.resources = resources;
    this.changes = changes;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** In the order of their titles. */
  public List<Resource> all() {
    return resources.all().stream().sorted(Comparator.comparing(Resource::title, String.CASE_INSENSITIVE_ORDER).thenComparing(Resource::id)).toList();
  }

  public Resource add(Caller caller, Draft draft) {
    var by = caller.leadOrAdmin();
    check(draft);
    return Attempts.of(() -> {
      if (resources.all().size() >= MOST) {
        throw new Refused(new Refusal.Locked("There are " + MOST + " resources already. Nobody reads more: take one out first."));
      }
      var now = clock.instant();
      var added = of(ids.at(now), draft, 1);
      changes.commit(audit.to(new Change().add(added), now, by.id(), Audited.RESOURCE_ADDED, added.id(), null));
      return added;
    });
  }

  /** @param version that the caller had before them */
  public Resource change(Caller caller, String id, Draft draft, long version) {
    var by = caller.leadOrAdmin();
    check(draft);
    return Attempts.of(() -> {
      var known = resources.find(id).orElseThrow(Refused::notFound);
      if (known.revision() != version) {
        throw new Refused(new Refusal.Changed("Somebody else changed this since you opened it. Load it again and make your change once more."));
      }
      var changed = of(id, draft, version + 1);
      changes.commit(audit.to(new Change().save(changed), clock.instant(), by.id(), Audited.RESOURCE_CHANGED, id, null));
      return changed;
    });
  }

  public void remove(Caller caller, String id) {
    var by = caller.leadOrAdmin();
    Attempts.of(() -> {
      var known = resources.find(id).orElseThrow(Refused::notFound);
      changes.commit(audit.to(new Change().remove(known), clock.instant(), by.id(), Audited.RESOURCE_REMOVED, id, null));
      return null;
    });
  }

  private static Resource of(String id, Draft draft, long revision) {
    return new Resource(id, draft.title().strip(), draft.text(), draft.url(), draft.region() == null ? Resource.ANYWHERE : draft.region(), draft.reviewBy(),
        revision);
  }

  private void check(Draft draft) {
    new Wording()
        .require("title", draft.title(), Wording.LONGEST_TITLE)
        .because(draft.title() != null && draft.title().chars().anyMatch(c -> c == '\n' || c == '\r'), "title", "A title is one line. Put the rest in the text.")
        .require("text", draft.text(), Wording.LONGEST_NOTE)
        .allow("url", draft.url(), LONGEST_ADDRESS)
        .because(draft.url() != null && !ADDRESS.matches(draft.url()), "url", "Give an address that begins with https://, or none.")
        .because(draft.region() != null && HelpLines.all().stream().noneMatch(known -> known.region().equals(draft.region())), "region",
            "Choose one of the regions that the help page knows, or none for anywhere.")
        .because(draft.reviewBy() == null || !draft.reviewBy().isAfter(clock.instant()), "reviewBy", "Say by when somebody should look at it again: a day to come.")
        .check();
  }
}
