package org.hearth.local.deployed;

import java.io.IOException;
import java.net.BindException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hearth.local.demo.Community;
import org.hearth.local.template.TemplateException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The last step of {@code bin/localstack}: the front of what it deployed, until it is ended. */
@Command(name = "bin/localstack")
final class Front implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "What was deployed, as bin/localstack wrote it down.")
    private Path file;

    private Front() {
    }

    public static void main(String[] arguments) {
        int status = new CommandLine(new Front()).execute(arguments);
        if (status != 0) {
            System.exit(status);
        }
    }

    @Override
    public Integer call() {
        try {
            Deployment deployment = Deployment.read(file);
            Path root = Path.of(System.getProperty("hearth.root", "")).toAbsolutePath();
            DeployedHearth hearth = DeployedHearth.start(root, deployment, Community.read().personas(), true, System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(hearth::close, "end"));
            System.out.println("Hearth is ready at " + hearth.address() + ", with its functions at " + deployment.endpoint());
            System.out.println("  outbox   " + hearth.address() + "/local/outbox (what the topics said)");
            System.out.println("  sign in  " + hearth.address() + "/api/session/start?as=member or ?as=staff");
            System.out.println("  Ctrl-C ends the front; what is deployed goes on.");
            return 0;
        } catch (UnknownHostException e) {
            System.err.println("This machine does not know the name " + e.getMessage() + ": add the line 127.0.0.1 " + e.getMessage()
                    + " to its hosts file.");
        } catch (BindException e) {
            System.err.println("A port that the deployment names is taken by another program: end that, or deploy with --port.");
        } catch (TemplateException e) {
            System.err.println(e.getMessage());
        } catch (IOException e) {
            System.err.println("The front can't start: " + e.getMessage());
        }
        return 1;
    }
}
