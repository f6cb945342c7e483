package org.hearth.local.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** All that happened in the made-up community, in the order in which it happened. */
final class Timeline {
    private Timeline() {
    }

    /** One thing that happened. */
    sealed interface Event {
        Instant at();
    }

    record Joined(Instant at, Community.Person person) implements Event {
    }

    /** A post: the opening one of a thread, or a reply. */
    record Posted(Instant at, Community.Thread thread, String by, String text, Community.On on, boolean opens) implements Event {
    }

    record Reported(Instant at, Community.Report report) implements Event {
    }

    record Decided(Instant at, Community.Decision decision) implements Event {
    }

    record Appealed(Instant at, Community.Appeal appeal) implements Event {
    }

    static List<Event> of(Community community, Instant now) {
        List<Event> events = new ArrayList<>();
        community.threads().forEach(thread -> events.addAll(posts(thread, now)));
        community.people().forEach(person -> events.add(new Joined(joined(person, List.copyOf(events), now), person)));
        community.reports().forEach(report -> events.add(new Reported(before(now, report.ago()), report)));
        community.decisions().forEach(decision -> events.add(new Decided(before(now, decision.ago()), decision)));
        community.appeals().forEach(appeal -> events.add(new Appealed(before(now, appeal.ago()), appeal)));
        events.sort(Comparator.comparing(Event::at));
        return events;
    }

    /** So many days ago, and in any case before they first wrote. */
    private static Instant joined(Community.Person person, List<Event> events, Instant now) {
        Instant said = now.minus(Duration.ofDays(person.joinedDaysAgo()));
        return events.stream().filter(event -> event instanceof Posted post && post.by().equals(person.name())).map(Event::at)
                .map(first -> first.minus(Duration.ofMinutes(20))).filter(said::isAfter).min(Comparator.naturalOrder()).orElse(said);
    }

    private static List<Event> posts(Community.Thread thread, Instant now) {
        List<Event> posts = new ArrayList<>();
        posts.add(new Posted(before(now, thread.ago()), thread, thread.by(), thread.text(), on(thread, thread.by(), posts), true));
        for (Community.Reply reply : thread.replies()) {
            posts.add(new Posted(before(now, reply.ago()), thread, reply.by(), reply.text(), on(thread, reply.by(), posts), false));
        }
        return posts;
    }

    private static Community.On on(Community.Thread thread, String by, List<Event> earlier) {
        long nth = earlier.stream().filter(event -> event instanceof Posted post && post.by().equals(by)).count();
        return new Community.On(thread.title(), by, (int) nth);
    }

    private static Instant before(Instant now, String ago) {
        return now.minus(Community.ago(ago));
    }
}
