package org.hearth.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.hearth.local.faults.Faults;
import org.hearth.local.faults.FaultyEndpoint;
import org.hearth.local.functions.FunctionArchive;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.functions.FunctionLog;
import org.hearth.local.functions.LocalFunction;
import org.hearth.local.functions.LocalFunctions;
import org.hearth.local.gateway.Gateway;
import org.hearth.local.issuer.Issuer;
import org.hearth.local.issuer.Persona;
import org.hearth.local.outbox.AwsEndpoint;
import org.hearth.local.outbox.Outbox;
import org.hearth.local.outbox.OutboxPage;
import org.hearth.local.schedules.Schedules;
import org.hearth.local.streams.Checkpoints;
import org.hearth.local.streams.Nudge;
import org.hearth.local.streams.StreamMapping;
import org.hearth.local.tables.LocalDynamo;
import org.hearth.local.tables.TableStreams;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;
import org.hearth.local.template.TemplateException;

/** All that the template asks of AWS, running in this process. */
public final class LocalHearth implements RunningForum {
    private static final String ARCHIVE = "functions/lambda/target/hearth.zip";

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final Outbox outbox = new Outbox();
    private final Nudge nudge = new Nudge();
    private URI address;
    private Issuer issuer;
    private LocalDynamo dynamo;
    private LocalFunctions functions;
    private Gateway gateway;
    private LongConsumer clock;

    private LocalHearth() {
    }

    /**
     * What to run, and how.
     *
     * @param root the repository's folder, with template.yaml in it
     * @param port 0 for any free one
     * @param data where the tables are kept between runs; empty for memory only
     * @param limits whether the limits of how often somebody may write are on
     * @param personas whom the sign-in page offers
     * @param schedules whether functions are called by their schedules; tests call them when they want
     * @param log takes the functions' log lines
     * @param faults what goes wrong on purpose
     * @param tables where another process runs the tables; empty to run them here
     */
    public record Settings(Path root, int port, Optional<Path> data, boolean limits, List<Persona> personas, boolean schedules,
            Consumer<String> log, Faults faults, Optional<URI> tables) {

        /** With its own tables, and nothing going wrong on purpose. */
        public Settings(Path root, int port, Optional<Path> data, boolean limits, List<Persona> personas, boolean schedules,
                Consumer<String> log) {
            this(root, port, data, limits, personas, schedules, log, Faults.NONE, Optional.empty());
        }

        public Settings with(Faults given) {
            return new Settings(root, port, data, limits, personas, schedules, log, given, tables);
        }

        public Settings withTablesAt(URI given) {
            return new Settings(root, port, data, limits, personas, schedules, log, faults, Optional.of(given));
        }
    }

    /**
     * Starts everything. When this returns, requests are answered.
     *
     * @throws IOException if the port is taken or something can't be read or written
     * @throws TemplateException if the template asks for something that does not work here
     */
    public static LocalHearth start(Settings settings) throws IOException {
        LocalHearth hearth = new LocalHearth();
        try {
            hearth.begin(settings);
            return hearth;
        } catch (IOException | RuntimeException e) {
            hearth.close();
            throw e;
        }
    }

    private void begin(Settings settings) throws IOException {
        HttpServer server = Gateway.bind(settings.port());
        int port = server.getAddress().getPort();
        address = URI.create("http://localhost:" + port);
        CompletableFuture<LocalDynamo> database = CompletableFuture.supplyAsync(() -> startDatabase(settings));
        issuer = kept(Issuer.start(settings.port() == 0 ? 0 : port + 1, address + "/api/session/callback", settings.personas()));
        AwsEndpoint aws = kept(AwsEndpoint.start(outbox, settings.data()));
        Template template = Template.read(settings.root().resolve("template.yaml"), parameters(settings.limits()));
        List<FunctionSpec> specs = template.functions();
        FunctionArchive archive = kept(FunctionArchive.open(settings.root().resolve(onlyArchive(specs))));
        clock = archive.clock();
        dynamo = kept(finished(database));
        dynamo.create(template.tables());
        functions = kept(LocalFunctions.load(archive, specs, whatTheSdkNeeds(before(dynamo.endpoint(), settings), before(aws.address(), settings)),
                new FunctionLog(settings.log()), settings.faults()));
        startStreams(settings, specs);
        if (settings.schedules()) {
            kept(Schedules.start(functions));
        }
        gateway = kept(Gateway.start(server, template, functions, settings.root().resolve("static-site/public"),
                nudge::happened, Map.of("/local/outbox", new OutboxPage(outbox))));
    }

    private Map<String, String> parameters(boolean limits) {
        return Map.of("MembersIssuer", issuer.members().toString(), "MembersClientId", Issuer.CLIENT,
                "StaffIssuer", issuer.staff().toString(), "StaffClientId", Issuer.CLIENT,
                "SiteUrl", address.toString(), "Limits", limits ? "on" : "off",
                "MemberMail", "on", "SenderEmail", "hello@example.org", "MembersPoolId", "local");
    }

    private static String onlyArchive(List<FunctionSpec> specs) {
        List<String> archives = specs.stream().map(FunctionSpec::code).distinct().toList();
        if (archives.size() > 1) {
            throw new TemplateException("The functions come from several archives, " + archives + "; one is expected here.");
        }
        return archives.isEmpty() ? ARCHIVE : archives.getFirst();
    }

    private URI before(URI endpoint, Settings settings) throws IOException {
        return settings.faults().possible() ? kept(FaultyEndpoint.start(endpoint, settings.faults())).address() : endpoint;
    }

    private static Map<String, String> whatTheSdkNeeds(URI dynamo, URI aws) {
        return Map.of("aws.region", Template.region(), "aws.accessKeyId", "local", "aws.secretAccessKey", "local",
                "aws.disableEc2Metadata", "true", "aws.endpointUrlDynamoDb", dynamo.toString(),
                "aws.endpointUrlSns", aws.toString(), "aws.endpointUrlSesv2", aws.toString(),
                "aws.endpointUrlCognitoIdentityProvider", aws.toString(), "aws.endpointUrlSsm", aws.toString());
    }

    private void startStreams(Settings settings, List<FunctionSpec> specs) throws IOException {
        Checkpoints checkpoints = Checkpoints.open(settings.data());
        keepSaving(checkpoints);
        TableStreams streams = dynamo.streams();
        for (FunctionSpec spec : specs) {
            for (FunctionSpec.StreamSource source : spec.streams()) {
                String stream = dynamo.streamArn(source.table()).orElseThrow(() -> new TemplateException(
                        spec.id() + " reads the stream of " + source.table() + ", which has none."));
                kept(new StreamMapping(functions.get(spec.id()), source, streams, stream, checkpoints, nudge,
                        failure -> givenUp(settings, spec, source, failure), settings.log(), settings.faults()));
            }
        }
    }

    private void givenUp(Settings settings, FunctionSpec spec, FunctionSpec.StreamSource source, JsonNode failure) {
        String queue = source.onFailure().map(arn -> arn.substring(arn.lastIndexOf(':') + 1)).orElse("nowhere");
        outbox.put("failed", queue, spec.id() + " gave up on records of " + source.table(), failure.toPrettyString());
        settings.log().accept("[" + spec.id() + "] gave up on records of " + source.table() + "; see the outbox");
    }

    private void keepSaving(Checkpoints checkpoints) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("checkpoints").daemon().factory());
        timer.scheduleWithFixedDelay(() -> save(checkpoints), 1, 1, TimeUnit.SECONDS);
        parts.push(() -> {
            timer.shutdownNow();
            checkpoints.save();
        });
    }

    private static void save(Checkpoints checkpoints) {
        try {
            checkpoints.save();
        } catch (IOException e) {
            throw new UncheckedIOException("How far the streams were read can't be kept", e);
        }
    }

    private static LocalDynamo startDatabase(Settings settings) {
        try {
            return settings.tables().isPresent() ? LocalDynamo.at(settings.tables().get(), Template.region())
                    : LocalDynamo.start(Template.region(), settings.data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T finished(CompletableFuture<T> future) throws IOException {
        try {
            return future.join();
        } catch (java.util.concurrent.CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e.getCause());
        }
    }

    private <T extends AutoCloseable> T kept(T part) {
        parts.push(part);
        return part;
    }

    @Override
    public URI address() {
        return address;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    /** Whether the tables were there already when this began. */
    public boolean continued() {
        return dynamo.foundTables();
    }

    /** Tells when functions wrote something or were handed records of a stream: worth while for who waits for a verdict. */
    public Nudge changes() {
        return nudge;
    }

    public LocalDynamo tables() {
        return dynamo;
    }

    @Override
    public byte[] invoke(String function, byte[] event) throws FunctionFailure {
        return functions.get(function).invoke(event);
    }

    @Override
    public void runSchedules() throws FunctionFailure {
        for (String name : functions.names()) {
            LocalFunction function = functions.get(name);
            for (FunctionSpec.Schedule schedule : function.spec().schedules()) {
                function.invoke(Schedules.event(schedule));
            }
        }
    }

    @Override
    public void moveClockTo(Instant time) {
        clock.accept(Duration.between(Instant.now(), time).toMillis());
    }

    @Override
    public void resetClock() {
        clock.accept(0);
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
