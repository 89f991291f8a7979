package com.harena.allinone.box;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * What answers for AWS and for the registry, by the name that is called: the registry's images,
 * wait handles, and for every other name the local AWS.
 */
final class Front implements AutoCloseable {
  private static final int PORT = 443;
  private static final Duration LOOK = Duration.ofMillis(200);
  private static final Pattern BUCKET =
      Pattern.compile("(.+)\\.s3\\.(?:[a-z0-9-]+\\.)?amazonaws\\.com");
  private static final Pattern HANDLE = Pattern.compile("cloudformation-waitcondition-.*");
  private static final Set<String> OWN_HEADERS =
      Set.of("connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool(Front::daemon);
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI aws;
  private final Registry registry;
  private final List<String> signals = new CopyOnWriteArrayList<>();
  private final AwsClock clock = new AwsClock();
  private volatile Predicate<String> cut = name -> false;
  private volatile Predicate<String> silent = name -> false;

  /** Answers at an address. */
  Front(InetAddress address, SSLContext certificate, URI aws, Registry registry) {
    this.aws = aws;
    this.registry = registry;
    try {
      server = HttpsServer.create(new InetSocketAddress(address, PORT), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot answer at %s:%d".formatted(address, PORT), e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(certificate));
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** What wait handles were told. */
  List<String> signals() {
    return List.copyOf(signals);
  }

  /** Answers nobody who calls such a name. */
  void cut(Predicate<String> names) {
    cut = names;
  }

  /** Takes the calls of such a name, and lets them wait until that is mended. */
  void silence(Predicate<String> names) {
    silent = names;
  }

  /** Answers everybody again. */
  void mend() {
    cut = name -> false;
    silent = name -> false;
  }

  AwsClock clock() {
    return clock;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String host = exchange.getRequestHeaders().getFirst("Host");
      String name = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
      while (silent.test(name)) {
        Thread.sleep(LOOK.toMillis());
      }
      if (name.isEmpty() || cut.test(name) || clock.refuses(exchange)) {
        return;
      }
      if (name.endsWith("docker.io")) {
        registry.serve(exchange);
      } else if (HANDLE.matcher(name).matches()) {
        signals.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.sendResponseHeaders(200, -1);
      } else {
        pass(exchange, name);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** To the local AWS, which knows a bucket by the path. */
  private void pass(HttpExchange exchange, String name) throws IOException, InterruptedException {
    Matcher bucket = BUCKET.matcher(name);
    String target = exchange.getRequestURI().toString();
    URI to = aws.resolve(bucket.matches() ? "/" + bucket.group(1) + target : target);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .method(
                exchange.getRequestMethod(),
                HttpRequest.BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
    exchange
        .getRequestHeaders()
        .forEach(
            (header, values) -> {
              if (!OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(header, value));
              }
            });
    answer(exchange, http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
  }

  private static void answer(HttpExchange exchange, HttpResponse<byte[]> response)
      throws IOException {
    response
        .headers()
        .map()
        .forEach(
            (header, values) -> {
              boolean own = OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT));
              boolean length = header.equalsIgnoreCase("Content-Length");
              if (!own || (length && exchange.getRequestMethod().equals("HEAD"))) {
                values.forEach(value -> exchange.getResponseHeaders().add(header, value));
              }
            });
    byte[] body = response.body();
    exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "front");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Interrupts what is being answered first, which closes its connection: to a box that is gone an
   * answer is written until TCP gives up, and the server waits for whoever writes.
   */
  @Override
  public void close() {
    threads.shutdownNow();
    server.stop(0);
  }
}
