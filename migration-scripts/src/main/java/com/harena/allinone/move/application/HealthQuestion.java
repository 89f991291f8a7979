package com.harena.allinone.move.application;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;

/** Asks an address until it answers 200, or patience ends. */
final class HealthQuestion implements Callable<String> {
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final URI address;
  private final Duration patience;

  HealthQuestion(URI address, Duration patience) {
    this.address = address;
    this.patience = patience;
  }

  @Override
  public String call() throws IOException, InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    HttpRequest request = HttpRequest.newBuilder(address).timeout(TIMEOUT).build();
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      String answer;
      try {
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status == 200) {
          return "200";
        }
        answer = "%d; expected 200".formatted(status);
      } catch (IOException e) {
        answer = "no answer: " + e.getClass().getSimpleName();
      }
      if (System.nanoTime() >= end) {
        throw new NotAsExpected(answer);
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }
}
