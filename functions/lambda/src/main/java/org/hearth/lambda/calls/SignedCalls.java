package org.hearth.lambda.calls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

/**
 * Calls of AWS for which no client is deployed, signed by the SDK's own signer: each of those clients is larger than all of
 * Hearth. A call is made once: what must arrive is tried again by the stream or the sweep that led to it.
 */
public final class SignedCalls {
  /** What AWS answered; its words are read when they are asked for. */
  public record Answer(int status, byte[] words) {

    /** Its JSON; empty when it has none. */
    public Map<String, Object> json() {
      return words.length == 0 ? Map.of() : Json.event(new ByteArrayInputStream(words));
    }
  }

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

  /**
   * @param service the name that it is signed for, and the first part of its host name
   * @throws UncheckedIOException when the service can't be reached
   */
  public Answer post(String service, Map<String, String> headers, String body) {
    return post(service, service, "/", headers, body);
  }

  /** The same for a service whose host name begins otherwise than its name. */
  public Answer post(String service, String host, String path, Map<String, String> headers, String body) {
    var unsigned = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(URI.create(endpoints.apply(host) + path));
    headers.forEach(unsigned::putHeader);
    var signed = signer.sign(request -> request.identity(credentials.resolveCredentials()).request(unsigned.build())
        .payload(ContentStreamProvider.fromUtf8String(body))
        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
        .putProperty(AwsV4HttpSigner.REGION_NAME, region));
    try {
      var answer = http.prepareRequest(
          HttpExecuteRequest.builder().request(signed.request()).contentStreamProvider(signed.payload().orElseThrow()).build()).call();
      try (var words = answer.responseBody().<InputStream>map(stream -> stream).orElseGet(InputStream::nullInputStream)) {
        return new Answer(answer.httpResponse().statusCode(), words.readAllBytes());
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }
}
