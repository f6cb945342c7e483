package org.hearth.local.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/verify-pack}: tells whether a case pack is as it was signed. It needs no network and asks nobody. */
@Command(name = "bin/verify-pack", sortOptions = false, usageHelpAutoWidth = true,
        description = "Tells whether a case pack is as it was signed. It needs no network.")
final class VerifyPack implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The archive, as it came from the case's page.")
    private Path file;

    @Option(names = "--key", paramLabel = "FINGERPRINT",
            description = "The key's fingerprint, as the forum told it to you by another way. Without it anybody could have signed the pack.")
    private String key;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    private VerifyPack() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new VerifyPack()).execute(arguments));
    }

    @Override
    public Integer call() {
        try {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                System.err.println("There is no file " + file + " that can be read.");
                return 2;
            }
            tell(CasePack.read(file).verify(Optional.ofNullable(key)));
            return 0;
        } catch (PackException wrong) {
            System.err.println("Not as it was signed. " + wrong.getMessage());
        } catch (IOException e) {
            System.err.println("The file can't be read: " + e.getMessage());
        }
        return 1;
    }

    private void tell(CasePack.Sound sound) {
        System.out.println("Sound: the signature fits, every file is as it was signed, and the audit log's " + sound.entries()
                + (sound.entries() == 1 ? " entry is" : " entries are") + " in order.");
        System.out.println("Case   " + sound.caseId() + " of " + sound.forum());
        System.out.println("Made   " + sound.madeAt() + " by " + sound.madeBy());
        System.out.println("Key    " + sound.key() + (key == null ? "  (compare it with what the forum's lead tells you)" : "  (as you named it)"));
        if (sound.left()) {
            System.out.println("The entries lie far apart, so the hashes between some were left out; the forum can follow its log there.");
        }
    }
}
