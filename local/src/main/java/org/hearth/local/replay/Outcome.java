package org.hearth.local.replay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearth.local.client.Answer;

/** What became of the posts of a replay. */
final class Outcome {
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final List<Duration> latencies = new ArrayList<>();
    private int sent;
    private int published;
    private int heldBackForNow;
    private int otherwise;
    private int escalated;
    private int checkFailed;
    private int lost;
    private int duplicated;
    private final AtomicInteger slowedDown;
    private Duration time = Duration.ZERO;

    /**
     * @param slowedDown how often the API has asked to wait
     */
    Outcome(AtomicInteger slowedDown) {
        this.slowedDown = slowedDown;
    }

    synchronized void sent() {
        sent++;
    }

    synchronized void refused(Answer answer) {
        refusals.merge(answer.problem(), 1, Integer::sum);
    }

    synchronized void verdict(String status, Duration latency) {
        latencies.add(latency);
        lateVerdict(status);
    }

    synchronized void lateVerdict(String status) {
        switch (status) {
            case "published" -> published++;
            case "held", "escalated" -> heldBackForNow++;
            default -> otherwise++;
        }
    }

    synchronized void caseOpened(String risk, boolean aCheckFailed) {
        if (risk.equals("red") || risk.equals("crisis")) {
            escalated++;
        }
        if (aCheckFailed) {
            checkFailed++;
        }
    }

    synchronized void lost() {
        lost++;
    }

    synchronized void duplicated() {
        duplicated++;
    }

    synchronized void took(Duration all) {
        time = all;
    }

    synchronized boolean nothingLostOrDoubled() {
        return lost == 0 && duplicated == 0 && refusals.keySet().stream().noneMatch(reason -> reason.startsWith("5"));
    }

    synchronized String table() {
        StringBuilder table = new StringBuilder();
        row(table, "posts sent", sent);
        row(table, "published", published);
        row(table, "held", heldBackForNow - escalated);
        row(table, "escalated", escalated);
        row(table, "check failed", checkFailed);
        if (otherwise > 0) {
            row(table, "decided by a person meanwhile", otherwise);
        }
        row(table, "lost", lost);
        row(table, "duplicated", duplicated);
        row(table, "refused", refusals.values().stream().mapToInt(Integer::intValue).sum());
        refusals.forEach((reason, count) -> table.append("    ").append(count).append(" x ").append(reason).append('\n'));
        if (slowedDown.get() > 0) {
            row(table, "asked to wait (429)", slowedDown.get());
        }
        Collections.sort(latencies);
        table.append("%-32s p50 %s  p95 %s  p99 %s%n".formatted("201 to the verdict", at(50), at(95), at(99)));
        table.append("%-32s %6.1f%n".formatted("posts a second", time.isZero() ? 0 : sent * 1000.0 / time.toMillis()));
        return table.toString();
    }

    private static void row(StringBuilder table, String name, int count) {
        table.append("%-32s %6d%n".formatted(name, count));
    }

    private String at(int percent) {
        if (latencies.isEmpty()) {
            return "-";
        }
        int place = (int) Math.ceil(latencies.size() * percent / 100.0) - 1;
        return latencies.get(Math.max(0, place)).toMillis() + " ms";
    }
}
