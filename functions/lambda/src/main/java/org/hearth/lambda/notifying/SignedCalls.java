package org.hearth.lambda.notifying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.hearth.lambda.json.Json;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/** Calls of AWS for which no client is deployed, signed by the SDK's own signer. */
public final class SignedCalls {
  /** @param body the answer's JSON; empty when it has none */
  public record Answer(int status, Map<String, Object> body) {}

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final String region;
  private final UnaryOperator<String> endpoints;

  /** @param endpoints the address of a service by the first part of its host name */
  public SignedCalls(SdkHttpClient http, AwsCredentialsProvider credentials, String region, UnaryOperator<String> endpoints) {
    this.http = http;
    this.credentials = credentials;
    this.region = region;
    this.endpoints = endpoints;
  }

  Answer post(String service, String host, String path, Map<String, String> headers, String json) throws IOException {
    var unsigned = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(endpoints.apply(host) + path));
    headers.forEach(unsigned::putHeader);
    var signed = signer.sign(request -> request.identity(credentials.resolveCredentials()).request(unsigned.build())
        .payload(ContentStreamProvider.fromUtf8String(json))
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    var answer = http.prepareRequest(HttpExecuteRequest.builder().request(signed.request()).contentStreamProvider(signed.payload().orElseThrow()).build()).call();
    try (var body = answer.responseBody().<InputStream>map(stream -> stream).orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
      var said = body.readAllBytes();
      return new Answer(answer.httpResponse().statusCode(), said.length == 0 ? Map.of() : Json.event(new ByteArrayInputStream(said)));
    }
  }
}
