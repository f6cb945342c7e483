package org.hearth.local.journeys;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Pictures of a journey, in {@code local/target/journeys}, to be looked at by a person. */
final class Album {
    private final Path folder;
    private int pictures;

    /** @param journey the journey's number in the product's list and a word for it, as {@code 2-crisis} */
    Album(String journey) {
        folder = Path.of("target", "journeys", journey);
    }

    /** Keeps a picture of the whole page as it is now, and leaves it scrolled to its top. */
    void keep(Page page, String what) {
        pictures++;
        page.evaluate("scrollTo(0, 0)"); // The head of the page stays in sight; in the middle of a picture it would hide something.
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                .setPath(folder.resolve(String.format("%02d-%s.png", pictures, what))));
    }
}
