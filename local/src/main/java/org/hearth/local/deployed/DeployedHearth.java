package org.hearth.local.deployed;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hearth.local.RunningForum;
import org.hearth.local.functions.DeployedFunctions;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.LambdaFunction;
import org.hearth.local.gateway.Gateway;
import org.hearth.local.issuer.Issuer;
import org.hearth.local.issuer.Persona;
import org.hearth.local.outbox.Outbox;
import org.hearth.local.outbox.OutboxPage;
import org.hearth.local.schedules.Schedules;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;
import org.hearth.local.template.TemplateException;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The front of a Hearth that was deployed to LocalStack: what free LocalStack lacks (HTTP API, CloudFront, Cognito, a schedule
 * that fires) is here, and everything else is there. Each request calls the deployed function through the Lambda API.
 */
public final class DeployedHearth implements RunningForum {
    /** LocalStack's own; it takes any. */
    private static final StaticCredentialsProvider ANYBODY = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Outbox outbox = new Outbox();
    private final Deployment deployment;
    private DeployedFunctions functions;
    private Gateway gateway;

    private DeployedHearth(Deployment deployment) {
        this.deployment = deployment;
    }

    /**
     * Starts the front. When this returns, requests are answered.
     *
     * @param root the repository's folder, with template.yaml in it
     * @param personas whom the sign-in page offers
     * @param schedules whether functions are called by their schedules
     * @param log takes what a person at this machine should see
     * @throws IOException if a port that the functions were told is taken
     * @throws TemplateException if template and deployment do not fit each other
     */
    public static DeployedHearth start(Path root, Deployment deployment, List<Persona> personas, boolean schedules, Consumer<String> log)
            throws IOException {
        DeployedHearth hearth = new DeployedHearth(deployment);
        try {
            hearth.begin(root, personas, schedules, log);
            return hearth;
        } catch (IOException | RuntimeException e) {
            hearth.close();
            throw e;
        }
    }

    private void begin(Path root, List<Persona> personas, boolean schedules, Consumer<String> log) throws IOException {
        HttpServer server = Gateway.bind(deployment.site().getPort());
        kept(Issuer.at(deployment.issuer(), deployment.site() + "/api/session/callback", personas));
        Template template = Template.read(root.resolve("template.yaml"), Map.of("Front", "own", "SiteUrl", deployment.site().toString(),
                "MembersIssuer", deployment.issuer() + "/" + Issuer.MEMBERS, "StaffIssuer", deployment.issuer() + "/" + Issuer.STAFF));
        functions = kept(DeployedFunctions.at(deployment.endpoint(), deployment.region(), ANYBODY, template.functions(), deployment.names()));
        kept(new AlertQueue(SqsClient.builder().endpointOverride(deployment.endpoint()).region(Region.of(deployment.region()))
                .credentialsProvider(ANYBODY).httpClient(UrlConnectionHttpClient.create()).build(), deployment, outbox, log));
        if (schedules) {
            kept(Schedules.start(functions));
        }
        gateway = kept(Gateway.start(server, template, functions, root.resolve("static-site/public"), () -> { },
                Map.of("/local/outbox", new OutboxPage(outbox))));
    }

    private <T extends AutoCloseable> T kept(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public URI address() {
        return deployment.site();
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public byte[] invoke(String function, byte[] event) throws FunctionFailure {
        return functions.get(function).invoke(event);
    }

    @Override
    public void runSchedules() throws FunctionFailure {
        for (String name : functions.names()) {
            LambdaFunction function = functions.get(name);
            for (FunctionSpec.Schedule schedule : function.spec().schedules()) {
                function.invoke(Schedules.event(schedule));
            }
        }
    }

    @Override
    public void moveClockTo(Instant time) {
        throw new UnsupportedOperationException("The clock of deployed functions can't be moved.");
    }

    @Override
    public void resetClock() {
        // It was never moved.
    }

    @Override
    public void forgetAuthorizations() {
        gateway.forgetAuthorizations();
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                System.err.println("Something did not end well: " + e);
            }
        }
    }
}
