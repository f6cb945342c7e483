package org.hearth.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearth.local.RunningHearth;
import org.junit.jupiter.api.Test;

class AReplayCountsEveryPostOnceIT {
    @Test
    void whatWasSentIsPublishedOrHeldAndWhatWasRefusedIsNamed() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            texts.add("The kettle is on, and number " + i + " of my seedlings has come up.");
        }
        texts.add("I am going to kill myself tonight. I have the tablets here.");
        texts.add("a\u0000b");
        Outcome outcome = new Performance(RunningHearth.shared().address(), texts.size(), RunningHearth.OPEN, 4,
                Duration.ofSeconds(30), line -> { }).of(texts);
        assertThat(outcome.table()).containsPattern("posts sent +7\n").containsPattern("escalated +1\n")
                .containsPattern("lost +0\n").containsPattern("duplicated +0\n").containsPattern("refused +1\n").contains("1 x 422");
        assertThat(outcome.nothingLostOrDoubled()).isTrue();
    }

    @Test
    void oneThatIsLostOrComesTwiceIsAFailure() {
        Outcome lost = new Outcome(new AtomicInteger());
        lost.lost();
        Outcome doubled = new Outcome(new AtomicInteger());
        doubled.duplicated();
        assertThat(lost.nothingLostOrDoubled()).isFalse();
        assertThat(doubled.nothingLostOrDoubled()).isFalse();
        assertThat(new Outcome(new AtomicInteger()).nothingLostOrDoubled()).isTrue();
    }
}
