package org.hearth.local.client;

import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Callable;
import org.hearth.local.issuer.Role;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bin/sign-in}: prints the value of a Cookie header, so that curl and scripts can act as anybody. */
@Command(name = "bin/sign-in", usageHelpAutoWidth = true,
        description = {"Signs NAME in at a running bin/dev (at $HEARTH, else http://localhost:8080), joining if NAME is new,",
            "and prints the value of a Cookie header:  curl -H \"Cookie: $(bin/sign-in Robin)\" http://localhost:8080/api/me"})
final class SignIn implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "A pseudonym. The same name is the same person each time.")
    private String name;

    @Option(names = "--role", paramLabel = "ROLE", defaultValue = "member", description = "member, moderator, lead or admin.")
    private String role;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Shows this.")
    private boolean help;

    private SignIn() {
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SignIn()).setParameterExceptionHandler((mistake, given) -> {
            System.err.println(mistake.getMessage() + " (bin/sign-in --help tells more.)");
            return 2;
        }).execute(arguments));
    }

    @Override
    public Integer call() {
        Role asked;
        try {
            asked = Role.of(role);
        } catch (IllegalArgumentException e) {
            System.err.println("The role must be member, moderator, lead or admin, not " + role + ".");
            return 2;
        }
        try {
            System.out.println(HearthClient.signedIn(Site.address(), name, asked).joinedAs(name).cookie());
            return 0;
        } catch (SignInException | UncheckedIOException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }
}
