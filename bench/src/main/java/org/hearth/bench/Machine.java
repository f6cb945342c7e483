package org.hearth.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this runs on.
 *
 * @param load how much else it does: the average of the last minute, before anything was started
 */
record Machine(Instant at, String system, String processor, int cores, String java, double load) {

    static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(Instant.now().truncatedTo(ChronoUnit.SECONDS),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"), processorName(),
                Runtime.getRuntime().availableProcessors(), Runtime.version().toString(), system.getSystemLoadAverage());
    }

    private static String processorName() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst().orElse("");
        } catch (IOException e) {
            return "";
        }
    }

    /** Why times measured here now say little; empty if nothing speaks against them. */
    Optional<String> disturbance() {
        if (onBattery()) {
            return Optional.of("This machine runs on its battery, which slows it down as it pleases");
        }
        return load > cores * 0.5 ? Optional.of(String.format(Locale.ROOT,
                "This machine does much else (load %.1f on %d cores), so times are longer than they need be", load, cores))
                : Optional.empty();
    }

    private static boolean onBattery() {
        return states("status").contains("Discharging") && !states("online").contains("1");
    }

    private static List<String> states(String file) {
        try (Stream<Path> supplies = Files.list(Path.of("/sys/class/power_supply"))) {
            return supplies.map(supply -> supply.resolve(file)).filter(Files::isReadable).map(Machine::text).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s, %s, %s, %d cores, Java %s, load %.1f at the beginning", at, system, processor,
                cores, java, load);
    }
}
