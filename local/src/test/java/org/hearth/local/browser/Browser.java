package org.hearth.local.browser;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/** The machine's own Chromium, started once for all browser tests of a run. */
final class Browser {
    private static final List<String> PLACES = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable",
            "/usr/bin/google-chrome", "/snap/bin/chromium", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage");

    private static final class Holder {
        private static final Playwright PLAYWRIGHT =
                Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        private static final com.microsoft.playwright.Browser CHROMIUM = launch(PLAYWRIGHT);
    }

    private Browser() {
    }

    /**
     * The browser.
     *
     * @throws TestAbortedException if this machine has none, which skips the test; on CI that fails it instead
     */
    static com.microsoft.playwright.Browser get() {
        if (chromium().isEmpty()) {
            String sentence = "No Chromium was found on this machine; install one, or set HEARTH_CHROMIUM to its path.";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(sentence);
            }
            throw new TestAbortedException(sentence);
        }
        return Holder.CHROMIUM;
    }

    private static com.microsoft.playwright.Browser launch(Playwright playwright) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                playwright.close();
            } catch (PlaywrightException e) {
                // It is gone already.
            }
        }));
        return playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(chromium().orElseThrow()).setHeadless(true).setArgs(QUIETLY));
    }

    private static Optional<Path> chromium() {
        return Stream.concat(Stream.of(System.getenv("HEARTH_CHROMIUM")), PLACES.stream()).filter(Objects::nonNull)
                .map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
