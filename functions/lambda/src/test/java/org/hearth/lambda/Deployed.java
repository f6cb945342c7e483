package org.hearth.lambda;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hearth.forum.Change;
import org.hearth.lambda.json.Json;

/**
 * The functions as Lambda runs them: each made by its public constructor from the name in the template, with the
 * environment that the template gives to it and with no other, on classes of its own.
 */
final class Deployed {
  private static Deployed forum;

  final LocalAws aws = new LocalAws();
  final TestIssuer members = new TestIssuer();
  final TestIssuer staff = new TestIssuer();
  private final Map<String, RequestStreamHandler> functions = new LinkedHashMap<>();

  private Deployed() {
    var said = new LinkedHashMap<>(Map.of("aws.region", LocalAws.REGION, "aws.accessKeyId", "local", "aws.secretAccessKey", "local", "aws.disableEc2Metadata", "true",
        "aws.endpointUrlDynamoDb", aws.dynamo.toString(), "aws.endpointUrlSns", aws.sns.toString(), "aws.endpointUrlSesv2", aws.mail.toString(), "aws.endpointUrlCognitoIdentityProvider", aws.mail.toString(), "aws.endpointUrlSsm", aws.parameters.toString()));
    said.forEach(System::setProperty);
    Template.functions().forEach(function -> functions.put(function.id(), start(function)));
  }

  /** One for all tests: starting costs seconds. */
  static synchronized Deployed forum() {
    if (forum == null) {
      forum = new Deployed();
    }
    return forum;
  }

  JsonNode invoke(String function, JsonNode event) {
    var out = new ByteArrayOutputStream();
    try {
      functions.get(function).handleRequest(new ByteArrayInputStream(Yaml.JSON.writeValueAsBytes(event)), out, new Invocation(function));
      return Yaml.JSON.readTree(out.toByteArray());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Map<String, String> environment() {
    var values = new LinkedHashMap<String, String>();
    for (var table : Map.of("CONTENT", "ContentTable", "MEMBERS", "MembersTable", "MODERATION", "ModerationTable", "AUDIT", "AuditTable").entrySet()) {
      values.put(table.getKey() + "_TABLE", table.getValue());
    }
    values.put("MEMBERS_ISSUER", members.url());
    values.put("MEMBERS_CLIENT_ID", TestIssuer.CLIENT);
    values.put("STAFF_ISSUER", staff.url());
    values.put("STAFF_CLIENT_ID", TestIssuer.CLIENT);
    values.put("SITE_URL", "https://forum.example.org");
    values.put("HELP_REGION", "GB");
    values.put("MAIL_FROM", "hello@example.org");
    values.put("MEMBERS_POOL", "eu-west-2_pool");
    values.put("LIMITS", "on");
    values.put("EDGE", "");
    values.put("PARAMETERS", LocalParameters.PATH);
    values.put("MODERATORS_TOPIC", "arn:aws:sns:" + LocalAws.REGION + ":123456789012:ModeratorsTopic");
    values.put("LEAD_TOPIC", "arn:aws:sns:" + LocalAws.REGION + ":123456789012:LeadTopic");
    return values;
  }

  private RequestStreamHandler start(Template.Resource function) {
    var given = Template.environment(function);
    var values = environment();
    values.keySet().retainAll(given);
    values.forEach(System::setProperty);
    try {
      var type = new OwnClasses().loadClass(function.properties().path("Handler").asText().split("::")[0]);
      return (RequestStreamHandler) type.getConstructor().newInstance();
    } catch (ReflectiveOperationException notStarted) {
      throw new IllegalStateException(function.id() + " does not start with what the template gives it", notStarted);
    } finally {
      values.keySet().forEach(System::clearProperty);
    }
  }

  /** Our own classes anew for each function, so that none sees another's environment; libraries are shared. */
  private static final class OwnClasses extends URLClassLoader {
    OwnClasses() {
      super(new URL[] {home(Json.class), home(Change.class)}, Deployed.class.getClassLoader());
    }

    private static URL home(Class<?> type) {
      return type.getProtectionDomain().getCodeSource().getLocation();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        var known = findLoadedClass(name);
        if (known != null) {
          return known;
        }
        try {
          return name.startsWith("org.hearth.") ? findClass(name) : super.loadClass(name, resolve);
        } catch (ClassNotFoundException notOurs) {
          return super.loadClass(name, resolve);
        }
      }
    }
  }

  private record Invocation(String function) implements Context {
    @Override
    public String getAwsRequestId() {
      return "8f5c1d6e-0000-4000-8000-000000000000";
    }

    @Override
    public String getLogGroupName() {
      return "/aws/lambda/" + function;
    }

    @Override
    public String getLogStreamName() {
      return "test";
    }

    @Override
    public String getFunctionName() {
      return function;
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:" + LocalAws.REGION + ":123456789012:function:" + function;
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return 10_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {}

        @Override
        public void log(byte[] message) {}
      };
    }
  }
}
