package org.hearth.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearth.local.client.HearthClient;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.template.Template;

/**
 * What a request costs in CPU time and how long it takes, through the gateway with its check of the session. Three processes: the
 * emulator of DynamoDB in this one, the functions behind the gateway in another whose CPU is counted, the members in a third.
 */
final class Requests {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** One by itself comes last: what the JDK still compiles would be counted to its few requests. */
    private static final List<Integer> CLIENTS = List.of(32, 8, 1);
    private static final List<String> KINDS = List.of("query", "list", "thread", "reply");
    private static final int REQUESTS = 1_000;
    private static final int REPLIES = 320;
    /** A round that takes no less of the CPU than this share of the one before it is as quick as it gets. */
    private static final double STEADY = 0.95;
    private static final int MOST_ROUNDS = 12;

    private final Path root;
    private final Budgets budgets;
    private final Report report;

    private record Measured(String what, int clients, double cpuMillis, LoadGenerator.Round round) {
    }

    Requests(Path root, Budgets budgets, Report report) {
        this.root = root;
        this.budgets = budgets;
        this.report = report;
    }

    void measure() throws IOException {
        Template template = Front.template(root, Map.of());
        try (LocalDynamo dynamo = LocalDynamo.start(Template.region(), Optional.empty())) {
            dynamo.create(template.tables());
            String thread = fill(dynamo);
            try (Child front = Child.start(Front.class, root.toString(), dynamo.endpoint().toString())) {
                String site = front.line();
                HearthClient visitor = HearthClient.visitor(URI.create(site));
                try (Child members = Child.start(LoadGenerator.class, site, thread)) {
                    tell(measure(visitor, members));
                }
                report.progress("a handler by itself");
                tell(HandlerPart.of(visitor.get("/bench/handler").text()));
            }
        }
    }

    private String fill(LocalDynamo dynamo) throws IOException {
        try (Front front = Front.start(root, dynamo.endpoint())) {
            Journey journey = new Journey(front, dynamo, null);
            journey.begin();
            String first = journey.publishedThread("Finch");
            String thread = journey.publishedThread("Finch");
            journey.publishedReply("Finch", thread);
            Copies copies = new Copies(dynamo);
            copies.ofThread(first, 1, 1_000);
            copies.ofLastPost(thread, 2, 100);
            return thread;
        }
    }

    private List<Measured> measure(HearthClient front, Child members) throws IOException {
        for (String what : KINDS) {
            warmUp(front, members, what, requests(what));
        }
        List<Measured> all = new ArrayList<>();
        for (String what : KINDS) {
            for (int clients : CLIENTS) {
                report.progress(what + " by " + clients);
                all.add(round(front, members, what, clients, requests(what)));
            }
        }
        return all;
    }

    private static int requests(String what) {
        return what.equals("reply") ? REPLIES : REQUESTS;
    }

    // While the JDK compiles what it finds to be used most, that is most of what a request takes.
    private void warmUp(HearthClient front, Child members, String what, int requests) throws IOException {
        double before = Double.MAX_VALUE;
        for (int number = 1; number <= MOST_ROUNDS; number++) {
            Measured round = round(front, members, what, 8, requests);
            report.progress("warming up: %s, %.2f CPU-ms".formatted(what, round.cpuMillis()));
            if (round.cpuMillis() >= before * STEADY) {
                return;
            }
            before = round.cpuMillis();
        }
    }

    private static Measured round(HearthClient front, Child members, String what, int clients, int requests) throws IOException {
        // Signed in and known before the count begins.
        members.say("list " + clients + " " + clients);
        members.line();
        double before = cpu(front);
        members.say(what + " " + clients + " " + requests);
        LoadGenerator.Round round = JSON.readValue(members.line(), LoadGenerator.Round.class);
        return new Measured(what, clients, (cpu(front) - before) / 1e6 / round.requests(), round);
    }

    private static double cpu(HearthClient front) {
        return Double.parseDouble(front.get("/bench/cpu").text());
    }

    private void tell(List<Measured> all) throws IOException {
        Map<String, String> names = Map.of("query", "the SDK’s own query for a list, behind the same server", "list",
                "a member’s list of threads",
                "thread", "a member’s thread page", "reply", "a reply and its check");
        report.table("A request through the gateway, the emulator of DynamoDB not counted",
                List.of("", "members", "CPU-ms", "budget", "ms, p50", "ms, p99", "a second"),
                all.stream().map(one -> List.of(names.get(one.what()),
                        Integer.toString(one.clients()), "%.2f".formatted(one.cpuMillis()), budget(one),
                        Figures.milliseconds(one.round().middle()),
                        Figures.milliseconds(one.round().slowest()), Figures.plain(Math.rint(one.round().perSecond()))))
                        .toList());
        report.plot("requests", Chart.bars("A request at one member", "CPU-ms", all.stream().filter(one -> one.clients() == 1)
                .map(one -> new Chart.Bar(one.what(), one.cpuMillis(), budget(one).isEmpty() ? 0
                : Double.parseDouble(budget(one)))).toList()));
    }

    private void tell(HandlerPart part) {
        report.table("A handler’s own part of a warm list of threads, without gateway and session",
                List.of("", "CPU-ms", "ms, median"), List.of(
                List.of("the handler’s answer", milliseconds(part.handlerCpu()), milliseconds(part.handler())),
                List.of("the SDK’s call by itself", milliseconds(part.callCpu()), milliseconds(part.call())),
                List.of("what is ours, of %.1f".formatted(budgets.most("warm",
                "handler over the SDK's own call, cpu milliseconds")),
                        milliseconds(part.handlerCpu() - part.callCpu()), milliseconds(part.handler() - part.call()))));
    }

    private static String milliseconds(double nanos) {
        return "%.2f".formatted(nanos / 1e6);
    }

    private String budget(Measured one) {
        return switch (one.what()) {
            case "list" -> Double.toString(budgets.most("warm", "list, cpu milliseconds"));
            case "reply" -> Double.toString(budgets.most("warm", "reply and its check, cpu milliseconds"));
            default -> "";
        };
    }
}
