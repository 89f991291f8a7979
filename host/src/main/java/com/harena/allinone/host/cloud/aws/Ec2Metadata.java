package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.cloud.Metadata;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The instance metadata service, version 2: a token first, then the question. */
public final class Ec2Metadata implements Metadata {
  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
  private final URI endpoint;

  /** Asks the service at this address, such as {@code http://169.254.169.254}. */
  public Ec2Metadata(URI endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public String instanceId() {
    return ask("/latest/meta-data/instance-id");
  }

  @Override
  public String privateAddress() {
    return ask("/latest/meta-data/local-ipv4");
  }

  private String ask(String path) {
    String token =
        send(
            path,
            HttpRequest.newBuilder(endpoint.resolve("/latest/api/token"))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .header("X-aws-ec2-metadata-token-ttl-seconds", "60"));
    return send(
        path,
        HttpRequest.newBuilder(endpoint.resolve(path)).header("X-aws-ec2-metadata-token", token));
  }

  private String send(String path, HttpRequest.Builder request) {
    String action = "ask the metadata service for " + path;
    try {
      HttpResponse<String> response =
          http.send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.ofString());
      if (response.statusCode() != 200) {
        throw new CloudFailure(action, "" + response.statusCode(), "refused", true);
      }
      return response.body().strip();
    } catch (IOException e) {
      throw new CloudFailure(action, "no answer", String.valueOf(e.getMessage()), true);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloudFailure(action, "interrupted", "interrupted", true);
    }
  }
}
