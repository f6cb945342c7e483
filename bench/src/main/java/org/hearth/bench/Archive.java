package org.hearth.bench;

/** The one archive that is deployed. */
final class Archive {
    /** Where the build puts it, under the repository's folder. */
    static final String PATH = "functions/lambda/target/hearth.zip";

    private Archive() {
    }
}
