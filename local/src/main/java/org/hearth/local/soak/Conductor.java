package org.hearth.local.soak;

import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.hearth.local.LocalHearth;
import org.hearth.local.faults.Faults;
import org.hearth.local.functions.FunctionFailure;

/** Keeps the schedules going and sees that functions are stopped at every point that is named, not only where chance has it. */
final class Conductor {
    /** Where a function is stopped in turn; each is reached by what people do in {@link Load}. */
    static final List<String> POINTS = List.of(
            "PostingFunction starts", "PostingFunction reads", "PostingFunction writes", "PostingFunction wrote", "PostingFunction ends",
            "ScreeningFunction starts", "ScreeningFunction reads", "ScreeningFunction writes", "ScreeningFunction wrote", "ScreeningFunction ends",
            "NotificationFunction starts", "NotificationFunction tells", "NotificationFunction told", "NotificationFunction writes",
            "NotificationFunction wrote", "NotificationFunction ends",
            "ModerationFunction writes", "ModerationFunction wrote", "ModerationFunction ends",
            "ReportingFunction writes", "ReportingFunction wrote", "ReportingFunction ends",
            "AccountFunction reads", "AccountFunction writes", "AccountFunction wrote",
            "MembersSweepFunction reads", "MembersSweepFunction writes", "MembersSweepFunction wrote",
            "SweepFunction starts", "SweepFunction reads", "ListingFunction reads", "AuthorizerFunction reads");
    private static final long BETWEEN = 250;

    private final LocalHearth hearth;
    private final Faults faults;
    private final Random random;

    Conductor(LocalHearth hearth, Faults faults, Random random) {
        this.hearth = hearth;
        this.faults = faults;
        this.random = random;
    }

    void until(BooleanSupplier enough) throws InterruptedException {
        for (int i = 0; !enough.getAsBoolean(); i++) {
            faults.killAt(POINTS.get(i % POINTS.size()));
            Thread.sleep(BETWEEN);
            if (i % 4 == 0) {
                sweep();
            }
            if (random.nextInt(20) == 0) {
                faults.pause("ScreeningFunction");
                Thread.sleep(1_500);
                faults.resume("ScreeningFunction");
            }
        }
    }

    private void sweep() {
        try {
            hearth.runSchedules();
        } catch (FunctionFailure stopped) {
            // The next round comes anyway.
        }
    }
}
