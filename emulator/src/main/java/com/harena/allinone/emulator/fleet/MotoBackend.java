package com.harena.allinone.emulator.fleet;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Speaks EC2's query protocol with moto, as its administrator. */
public final class MotoBackend implements Ec2Backend {
  private static final String AUTHORIZATION =
      "AWS4-HMAC-SHA256 Credential=local/20260101/%s/ec2/aws4_request, SignedHeaders=host,"
          + " Signature=none";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI address;
  private final String region;

  /** Speaks with the moto at this address. */
  public MotoBackend(URI address, String region) {
    this.address = address;
    this.region = region;
  }

  @Override
  public Ec2Xml call(Ec2Call call) {
    Map<String, String> form = new TreeMap<>(call.form());
    form.put("Action", call.action());
    form.put("Version", "2016-11-15");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", AUTHORIZATION.formatted(region))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return Ec2Xml.parse(answer.body());
      }
      throw failure(call, answer);
    } catch (IOException e) {
      throw new Ec2Failure(
          503, "Unavailable", "moto does not answer %s: %s".formatted(call.action(), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Ec2Failure(503, "Unavailable", "interrupted in " + call.action());
    }
  }

  private static Ec2Failure failure(Ec2Call call, HttpResponse<String> answer) {
    if (answer.statusCode() >= 500 || !answer.body().startsWith("<")) {
      return new Ec2Failure(
          500,
          "InternalError",
          "moto fails at %s with status %d".formatted(call.action(), answer.statusCode()));
    }
    Ec2Xml body = Ec2Xml.parse(answer.body());
    return new Ec2Failure(
        answer.statusCode(),
        body.text("Errors/Error/Code").orElse("InternalError"),
        body.text("Errors/Error/Message").orElse("no message"));
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
