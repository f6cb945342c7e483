package org.hearth.lambda.parameters;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.hearth.lambda.json.Json;
import org.hearth.lambda.json.JsonObject;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * The little that must not lie in the tables, in the Parameter Store of AWS Systems Manager. The SDK signs and sends; its own
 * client for this service is larger than all of Hearth (docs/decisions/0013-case-packs.md).
 */
public final class ParameterStore {
  private static final String NOT_THERE = "ParameterNotFound";
  private static final String THERE_ALREADY = "ParameterAlreadyExists";

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final URI endpoint;
  private final String region;
  private final String path;

  /** @param path what this forum's names begin with, such as {@code /hearth} */
  public ParameterStore(SdkHttpClient http, AwsCredentialsProvider credentials, URI endpoint, String region, String path) {
    this.http = http;
    this.credentials = credentials;
    this.endpoint = endpoint;
    this.region = region;
    this.path = path;
  }

  public Optional<String> read(String name) {
    var answer = call("GetParameter", new JsonObject().with("Name", path(name)).with("WithDecryption", true));
    return answer.failed(NOT_THERE) ? Optional.empty() : Optional.of((String) ((Map<?, ?>) answer.good().get("Parameter")).get("Value"));
  }

  /** Keeps a secret, encrypted, unless there is one of that name. */
  public void addSecret(String name, String secret) {
    var answer = call("PutParameter",
        new JsonObject().with("Name", path(name)).with("Type", "SecureString").with("Value", secret).with("Overwrite", false));
    if (!answer.failed(THERE_ALREADY)) {
      answer.good();
    }
  }

  /** Writes over what was there. The store keeps the last hundred values, and who wrote them when. */
  public void write(String name, String text) {
    call("PutParameter", new JsonObject().with("Name", path(name)).with("Type", "String").with("Value", text).with("Overwrite", true)).good();
  }

  private String path(String name) {
    return path + "/" + name;
  }

  private record Answer(int status, Map<String, Object> body) {
    boolean failed(String how) {
      return status == 400 && String.valueOf(body.get("__type")).endsWith(how);
    }

    Map<String, Object> good() {
      if (status != 200) {
        throw new IllegalStateException("The Parameter Store refused: " + status + " " + body.get("__type"));
      }
      return body;
    }
  }

  private Answer call(String action, JsonObject parameters) {
    var body = ContentStreamProvider.fromUtf8String(Json.write(parameters));
    var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint)
        .putHeader("content-type", "application/x-amz-json-1.1").putHeader("x-amz-target", "AmazonSSM." + action).build();
    var signed = AwsV4HttpSigner.create().sign(sign -> sign.identity(credentials.resolveCredentials()).request(request).payload(body)
        .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, "ssm").putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      var answer = http.prepareRequest(HttpExecuteRequest.builder().request(signed.request()).contentStreamProvider(body).build()).call();
      return new Answer(answer.httpResponse().statusCode(), json(answer));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private static Map<String, Object> json(HttpExecuteResponse answer) throws IOException {
    if (answer.responseBody().isEmpty()) {
      return Map.of();
    }
    try (InputStream in = answer.responseBody().get()) {
      return Json.event(in);
    }
  }
}
