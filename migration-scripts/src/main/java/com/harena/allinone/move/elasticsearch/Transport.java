package com.harena.allinone.move.elasticsearch;

import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.move.store.Work;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * One attempt of a request over HTTP/1.1, with TLS and basic authentication as the endpoint says.
 */
final class Transport {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final long GLANCE_MILLIS = 250;

  private final ElasticsearchEndpoint endpoint;
  private final SecretSource secrets;
  private final String base;
  private HttpClient client;
  private Optional<String> authorization = Optional.empty();

  Transport(ElasticsearchEndpoint endpoint, SecretSource secrets) {
    this.endpoint = endpoint;
    this.secrets = secrets;
    this.base = (endpoint.tls().isOn() ? "https://" : "http://") + endpoint.address();
  }

  /**
   * Sends the request once.
   *
   * @param limit bytes of an answer that are too many
   * @throws AnswerTooLarge if there are more
   * @throws IOException if there is no answer, or not in time
   */
  Reply send(Request request, Duration answer, int limit, Work work) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(base + request.path()))
            .timeout(answer)
            .method(request.method(), request.publisher());
    HttpClient open = open();
    authorization.ifPresent(value -> builder.header("Authorization", value));
    request.contentType().ifPresent(value -> builder.header("Content-Type", value));
    if (request.isCompressed()) {
      builder.header("Content-Encoding", "gzip");
    }
    CompletableFuture<HttpResponse<Reply>> future =
        open.sendAsync(builder.build(), info -> new BodyReader(info, limit));
    return await(future, answer, work).body();
  }

  private static HttpResponse<Reply> await(
      CompletableFuture<HttpResponse<Reply>> future, Duration answer, Work work)
      throws IOException {
    long end = System.nanoTime() + answer.toNanos();
    try {
      while (true) {
        try {
          return future.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          work.proceed();
          if (System.nanoTime() > end) {
            throw new IOException("no whole answer within " + answer.toSeconds() + " s", e);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } finally {
      future.cancel(true);
    }
  }

  private synchronized HttpClient open() throws IOException {
    if (client == null) {
      HttpClient.Builder builder =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(CONNECT);
      if (endpoint.tls().isOn() && endpoint.tls().authority().isPresent()) {
        builder.sslContext(trusting(endpoint.tls().authority().get()));
      }
      authorization = endpoint.user().map(this::basic);
      client = builder.build();
    }
    return client;
  }

  private String basic(String user) {
    String password = endpoint.password().map(secrets::get).map(s -> s.reveal()).orElse("");
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static SSLContext trusting(Path authority) throws IOException {
    return TrustedAuthority.context(authority);
  }
}
