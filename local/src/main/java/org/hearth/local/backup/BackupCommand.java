package org.hearth.local.backup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import software.amazon.awssdk.core.exception.SdkException;

/** {@code bin/backup} and {@code bin/restore}, after they have found out what the tables are called. */
@Command(sortOptions = false, usageHelpAutoWidth = true)
final class BackupCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "backup|restore", description = "What to do.")
    private String what;

    @Parameters(index = "1", paramLabel = "FOLDER", description = "Where the backup is, or is to be.")
    private Path folder;

    @Option(names = "--table", paramLabel = "TABLE=NAME", description = "What a table of the template is called here.")
    private Map<String, String> names = new TreeMap<>();

    @Option(names = "--region", paramLabel = "REGION", defaultValue = "eu-west-2", description = "The tables' region.")
    private String region;

    @Option(names = "--endpoint", paramLabel = "URL", description = "DynamoDB Local, such as that of a running bin/dev.")
    private URI endpoint;

    private BackupCommand() {
    }

    public static void main(String[] arguments) {
        int status = new CommandLine(new BackupCommand()).execute(arguments);
        System.out.flush();
        Runtime.getRuntime().halt(status);
    }

    @Override
    public Integer call() {
        long start = System.nanoTime();
        try {
            BackupTables tables = BackupTables.of(names, region, Optional.ofNullable(endpoint));
            AuditVerification audit = new AuditVerification(Path.of(System.getProperty("hearth.root", "")).toAbsolutePath());
            switch (what) {
                case "backup" -> tell(new Backup(tables, audit).into(folder));
                case "restore" -> tell(new Restore(tables, audit).from(folder));
                default -> throw new BackupException("Say backup or restore, not " + what + ".");
            }
            System.out.printf("It took %.1f s.%n", (System.nanoTime() - start) / 1e9);
            return 0;
        } catch (BackupException e) {
            System.err.println(e.getMessage());
        } catch (SdkException e) {
            System.err.println("DynamoDB can't be used: " + e.getMessage());
        } catch (IOException e) {
            System.err.println("A file can't be read or written: " + e.getMessage());
        }
        return 1;
    }

    private void tell(Manifest manifest) {
        manifest.tables().forEach((table, contents) -> System.out.printf("%8d items  %s%n", contents.items(), table));
        System.out.println("The audit log is intact, " + manifest.auditEntries() + " entries. The backup is in " + folder
                + ". It holds what people wrote: keep it as safe as the forum.");
    }

    private static void tell(Restore.Result result) {
        System.out.println("Restored and found again: " + result.items() + " items. The audit log is intact, " + result.auditEntries() + " entries.");
        if (result.changed() > 0) {
            System.out.println(result.changed() + " of them have changed since they were written: the forum is at work already.");
        }
    }
}
