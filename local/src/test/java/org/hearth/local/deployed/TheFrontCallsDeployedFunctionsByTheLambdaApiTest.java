package org.hearth.local.deployed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hearth.local.functions.DeployedFunctions;
import org.hearth.local.functions.FunctionFailure;
import org.hearth.local.gateway.Gateway;
import org.hearth.local.template.FunctionSpec;
import org.hearth.local.template.Template;
import org.hearth.local.template.TemplateException;
import org.hearth.local.tiny.TinyForum;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class TheFrontCallsDeployedFunctionsByTheLambdaApiTest {
    private static final StaticCredentialsProvider ANYBODY = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    @TempDir
    static Path folder;
    private static TinyForum forum;
    private static LambdaApi lambda;
    private static List<FunctionSpec> specs;
    private static DeployedFunctions functions;
    private static Gateway gateway;

    @BeforeAll
    static void start() throws Exception {
        forum = TinyForum.start(folder, Optional.empty());
        lambda = new LambdaApi(forum);
        Template template = Template.read(folder.resolve("template.yaml"), Map.of());
        specs = template.functions();
        functions = DeployedFunctions.at(lambda.address(), "eu-west-2", ANYBODY, specs, names());
        gateway = Gateway.start(Gateway.bind(0), template, functions, folder.resolve("static-site/public"), () -> { }, Map.of());
    }

    private static Map<String, String> names() {
        return specs.stream().collect(Collectors.toMap(FunctionSpec::id, spec -> "stack-" + spec.id() + "-1"));
    }

    @AfterAll
    static void end() {
        gateway.close();
        functions.close();
        lambda.close();
        forum.close();
    }

    @Test
    void aRequestReachesThePublishedVersionWithWhatTheAuthorizerSaid() throws Exception {
        lambda.calls().clear();
        JsonNode event = new ObjectMapper().readTree(get("/api/echo/hello").body());
        assertThat(event.path("requestContext").path("authorizer").path("lambda").path("role").asText()).isEqualTo("member");
        assertThat(event.path("pathParameters").path("word").asText()).isEqualTo("hello");
        assertThat(lambda.calls()).containsExactly("AuthorizerFunction:live", "TinyFunction:live");
    }

    @Test
    void aFunctionThatThrowsIsCalledOnceAndItsWordsGoNowhere() throws Exception {
        lambda.calls().clear();
        HttpResponse<String> response = get("/api/throw");
        assertThat(response.statusCode()).isEqualTo(500);
        assertThat(response.body()).doesNotContain("words");
        assertThat(lambda.calls()).containsOnlyOnce("TinyFunction:live");
        assertThatThrownBy(() -> functions.get("TinyFunction").invoke("{\"rawPath\":\"/api/throw\"}".getBytes()))
                .isInstanceOf(FunctionFailure.class).hasMessage("TinyFunction: Unhandled");
    }

    @Test
    void aFunctionThatIsGoneIsAFailureOfOurs() throws Exception {
        Map<String, String> gone = specs.stream().collect(Collectors.toMap(FunctionSpec::id, spec -> "gone"));
        try (DeployedFunctions elsewhere = DeployedFunctions.at(lambda.address(), "eu-west-2", ANYBODY, specs, gone)) {
            assertThatThrownBy(() -> elsewhere.get("TinyFunction").invoke("{}".getBytes())).isInstanceOf(FunctionFailure.class)
                    .hasMessageContaining("Function not found");
        }
    }

    @Test
    void aFunctionThatWasNotDeployedIsNamedBeforeAnythingStarts() {
        assertThatThrownBy(() -> DeployedFunctions.at(lambda.address(), "eu-west-2", ANYBODY, specs, Map.of()))
                .isInstanceOf(TemplateException.class).hasMessageContaining("deploy again");
    }

    private static HttpResponse<String> get(String path) throws Exception {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + gateway.port() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
