package org.hearth.local.functions;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.TemplateException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** The template's functions where CloudFormation put them, behind any endpoint that speaks the Lambda API. */
public final class DeployedFunctions implements LambdaFunctions, AutoCloseable {
    /** A function's own time is ten seconds; the rest is for a container that has to be made first. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Map<String, LambdaFunction> functions = new LinkedHashMap<>();
    private final LambdaClient lambda;

    private DeployedFunctions(LambdaClient lambda) {
        this.lambda = lambda;
    }

    /**
     * Connects, and calls nothing yet. A call is never repeated by itself: a function may have done its work before it failed.
     *
     * @param names what CloudFormation called each resource, by its logical id
     * @throws TemplateException if a function of the template was not deployed
     */
    public static DeployedFunctions at(URI endpoint, String region, AwsCredentialsProvider credentials, List<FunctionSpec> specs,
            Map<String, String> names) {
        DeployedFunctions deployed = new DeployedFunctions(LambdaClient.builder().endpointOverride(endpoint).region(Region.of(region))
                .credentialsProvider(credentials).httpClient(UrlConnectionHttpClient.builder().socketTimeout(PATIENCE).build())
                .overrideConfiguration(calls -> calls.retryStrategy(AwsRetryStrategy.doNotRetry())).build());
        for (FunctionSpec spec : specs) {
            String name = names.get(spec.id());
            if (name == null) {
                throw new TemplateException("The template has the function " + spec.id() + ", which was not deployed: deploy again.");
            }
            deployed.functions.put(spec.id(), new DeployedFunction(spec, name, deployed.lambda));
        }
        return deployed;
    }

    @Override
    public Set<String> names() {
        return functions.keySet();
    }

    @Override
    public LambdaFunction get(String id) {
        LambdaFunction function = functions.get(id);
        if (function == null) {
            throw new IllegalArgumentException("There is no function " + id + "; there are " + functions.keySet() + ".");
        }
        return function;
    }

    @Override
    public void close() {
        lambda.close();
    }
}
