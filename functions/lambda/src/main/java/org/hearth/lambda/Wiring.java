package org.hearth.lambda;

import com.github.f4b6a3.ulid.UlidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hearth.forum.Changes;
import org.hearth.forum.Ids;
import org.hearth.forum.audit.AuditLog;
import org.hearth.forum.audit.Auditing;
import org.hearth.forum.audit.Witness;
import org.hearth.forum.care.Cares;
import org.hearth.forum.conversation.Conversations;
import org.hearth.forum.drill.Drills;
import org.hearth.forum.erasure.Erasures;
import org.hearth.forum.greeting.Greet;
import org.hearth.forum.greeting.Greeters;
import org.hearth.forum.marks.Marks;
import org.hearth.forum.members.Limits;
import org.hearth.forum.members.Members;
import org.hearth.forum.moderation.Cases;
import org.hearth.forum.notifying.Mail;
import org.hearth.forum.notifying.MailMembers;
import org.hearth.forum.notifying.StopLinks;
import org.hearth.forum.notifying.TellPeople;
import org.hearth.forum.posting.CachedGroups;
import org.hearth.forum.posting.Groups;
import org.hearth.forum.reporting.Senders;
import org.hearth.forum.resources.KeepResources;
import org.hearth.lambda.calls.SignedCalls;
import org.hearth.lambda.dynamo.DynamoAuditLog;
import org.hearth.lambda.dynamo.DynamoCares;
import org.hearth.lambda.dynamo.DynamoCases;
import org.hearth.lambda.dynamo.DynamoChanges;
import org.hearth.lambda.dynamo.DynamoConversations;
import org.hearth.lambda.dynamo.DynamoDrills;
import org.hearth.lambda.dynamo.DynamoErasures;
import org.hearth.lambda.dynamo.DynamoGreeters;
import org.hearth.lambda.dynamo.DynamoGroups;
import org.hearth.lambda.dynamo.DynamoInvitations;
import org.hearth.lambda.dynamo.DynamoMarks;
import org.hearth.lambda.dynamo.DynamoMembers;
import org.hearth.lambda.dynamo.DynamoPosts;
import org.hearth.lambda.dynamo.DynamoResources;
import org.hearth.lambda.dynamo.DynamoRotas;
import org.hearth.lambda.dynamo.DynamoSenders;
import org.hearth.lambda.dynamo.DynamoSessions;
import org.hearth.lambda.dynamo.Tables;
import org.hearth.lambda.members.Sessions;
import org.hearth.lambda.notifying.SesMail;
import org.hearth.lambda.notifying.SignedStopLinks;
import org.hearth.lambda.notifying.SnsAlerts;
import org.hearth.lambda.parameters.ParameterStore;
import org.hearth.lambda.parameters.ParameterWitness;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProviderChain;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Reads the environment, builds the clients and knows the clock, once for the life of a function. */
public final class Wiring {
  private static final Duration ONE_CALL = Duration.ofSeconds(3);
  private static final Duration ALL_TRIES = Duration.ofSeconds(8);

  private static final class Holder {
    private static final Wiring WIRING = new Wiring();
  }

  // A function that comes from a snapshot asks for its credentials; any other is given them.
  private final AwsCredentialsProvider credentials = System.getenv("AWS_CONTAINER_CREDENTIALS_FULL_URI") == null
      ? AwsCredentialsProviderChain.of(SystemPropertyCredentialsProvider.create(), EnvironmentVariableCredentialsProvider.create())
      : ContainerCredentialsProvider.builder().build();
  private final DynamoDbClient dynamo = DynamoDbClient.builder()
      .credentialsProvider(credentials)
      .httpClientBuilder(UrlConnectionHttpClient.builder())
      .overrideConfiguration(client -> client.apiCallAttemptTimeout(ONE_CALL).apiCallTimeout(ALL_TRIES))
      .build();
  private final InstantSource source = ServiceLoader.load(InstantSource.class, Wiring.class.getClassLoader()).findFirst().orElse(InstantSource.system());
  // A millisecond is what the tables keep: nothing should change by being written and read.
  private final InstantSource clock = () -> source.instant().truncatedTo(ChronoUnit.MILLIS);
  private final Tables tables = new Tables(dynamo, environment("CONTENT_TABLE"), environment("MEMBERS_TABLE"), environment("MODERATION_TABLE"), environment("AUDIT_TABLE"));
  private final DynamoPosts posts = new DynamoPosts(tables);
  private final Groups groups = new CachedGroups(new DynamoGroups(tables), clock);

  private Wiring() {}

  public static Wiring get() {
    return Holder.WIRING;
  }

  /** An environment variable or, so that one process can hold all functions, a system property of that name. */
  public static String environment(String name) {
    return given(name).orElseThrow(() -> new IllegalStateException("The environment variable " + name + " is not set"));
  }

  private static Optional<String> given(String name) {
    return Optional.ofNullable(System.getenv(name)).or(() -> Optional.ofNullable(System.getProperty(name)));
  }

  /** Whether Lambda keeps this function's memory once it is ready, and starts every copy from there. */
  static boolean comesFromASnapshot() {
    return "snap-start".equals(System.getenv("AWS_LAMBDA_INITIALIZATION_TYPE"));
  }

  public InstantSource clock() {
    return clock;
  }

  public Ids ids() {
    return (Instant time) -> UlidCreator.getMonotonicUlid(time.toEpochMilli()).toString();
  }

  public DynamoPosts posts() {
    return posts;
  }

  public Groups groups() {
    return groups;
  }

  public Groups groupsAsTheyAreNow() {
    return new DynamoGroups(tables);
  }

  public Members members() {
    return new DynamoMembers(tables);
  }

  public Marks marks() {
    return new DynamoMarks(tables);
  }

  public Erasures erasures() {
    return new DynamoErasures(tables);
  }

  public Greeters greeters() {
    return new DynamoGreeters(tables);
  }

  public Greet greet() {
    return new Greet(greeters(), members(), groups, changes(), auditing(), clock);
  }

  public KeepResources keepResources() {
    return new KeepResources(new DynamoResources(tables), changes(), auditing(), ids(), clock);
  }

  public DynamoInvitations invitations() {
    return new DynamoInvitations(tables);
  }

  public Conversations conversations() {
    return new DynamoConversations(tables);
  }

  public Sessions sessions() {
    return new DynamoSessions(tables);
  }

  public Senders senders() {
    return new DynamoSenders(tables);
  }

  public Cases cases() {
    return new DynamoCases(tables);
  }

  public DynamoRotas rotas() {
    return new DynamoRotas(tables);
  }

  public Cares cares() {
    return new DynamoCares(tables);
  }

  public Drills drills() {
    return new DynamoDrills(tables);
  }

  public AuditLog auditLog() {
    return new DynamoAuditLog(tables);
  }

  public Auditing auditing() {
    return new Auditing(auditLog());
  }

  public Changes changes() {
    return new DynamoChanges(tables);
  }

  public Limits limits() {
    return environment("LIMITS").equals("off") ? Limits.NONE : Limits.STANDARD;
  }

  /** Mail to members; it sends none where the organisation has not turned it on. */
  public Mail mail() {
    return new SesMail(signedCalls(), environment("MAIL_FROM"), environment("MEMBERS_POOL"), environment("SITE_URL"));
  }

  public StopLinks stopLinks() {
    return new SignedStopLinks(members(), changes(), environment("SITE_URL"));
  }

  public MailMembers mailMembers(Consumer<RuntimeException> failures) {
    return new MailMembers(members(), marks(), posts, posts, groups, changes(), mail(), stopLinks(), clock, failures);
  }

  private SignedCalls signedCalls() {
    var endpoints = Stream.of("sns", "ssm", "email", "cognito-idp").collect(Collectors.toMap(service -> service, Wiring::endpoint));
    return new SignedCalls(UrlConnectionHttpClient.builder().socketTimeout(ONE_CALL).connectionTimeout(ONE_CALL).build(), credentials, region(),
        endpoints::get);
  }

  // On a laptop and in tests everything of AWS is elsewhere; LocalStack says where as it does to AWS's own SDKs.
  private static String endpoint(String service) {
    var elsewhere = System.getProperty(switch (service) {
      case "email" -> "aws.endpointUrlSesv2";
      case "ssm" -> "aws.endpointUrlSsm";
      case "sns" -> "aws.endpointUrlSns";
      default -> "aws.endpointUrlCognitoIdentityProvider";
    }, System.getenv("AWS_ENDPOINT_URL"));
    return elsewhere == null ? "https://" + service + "." + region() + ".amazonaws.com" : elsewhere;
  }

  private static String region() {
    return System.getenv("AWS_REGION") == null ? System.getProperty("aws.region") : System.getenv("AWS_REGION");
  }

  /** Without a place for parameters, as where a backup is looked at, nothing is witnessed. */
  public Witness witness() {
    return environment("PARAMETERS").isEmpty() ? Witness.NONE : new ParameterWitness(parameters());
  }

  public ParameterStore parameters() {
    return new ParameterStore(signedCalls(), environment("PARAMETERS"));
  }

  public TellPeople tellPeople() {
    return new TellPeople(new SnsAlerts(signedCalls(), environment("MODERATORS_TOPIC"), environment("LEAD_TOPIC")), environment("SITE_URL"));
  }
}
