package org.hearth.forum.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for data by which a person can be found: the writer's or anybody's. */
final class PersonalDataCheck implements Check {
  /** Nobody needs more to see that a post is full of them. */
  private static final int MOST = 40;

  @Override
  public String id() {
    return "personal_data";
  }

  @Override
  public List<Finding> findings(Prepared post) {
    post.work().spend(20L * post.text().length());
    List<Person> found = new ArrayList<>();
    EmailAddresses.find(post, found);
    IdNumbers.find(post, found);
    PhoneNumbers.find(post, found);
    PostalAddresses.find(post, found);
    Handles.find(post, found);
    FullNames.find(post, found);
    found.sort(Comparator.comparing(Person::kind).thenComparing(Person::start));
    List<Person> kept = new ArrayList<>();
    for (Person person : found) {
      if (kept.size() < MOST && kept.stream().noneMatch(person::overlaps)) {
        kept.add(person);
      }
    }
    return kept.stream().map(Person::finding).toList();
  }
}
