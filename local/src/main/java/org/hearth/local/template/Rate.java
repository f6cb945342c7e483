package org.hearth.local.template;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** EventBridge's {@code rate(5 minutes)}. */
final class Rate {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");

    private Rate() {
    }

    static Duration parse(String place, String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            throw new TemplateException(place + " has the schedule " + expression + "; only rate(…) runs on a laptop.");
        }
        long count = Long.parseLong(rate.group(1));
        return switch (rate.group(2)) {
            case "minute" -> Duration.ofMinutes(count);
            case "hour" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }
}
