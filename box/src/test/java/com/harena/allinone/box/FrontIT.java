package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrontIT {
  /** More than all buffers between two ends hold. */
  private static final byte[] LARGE = new byte[64 << 20];

  /** So many looks in a row at a write that does not return. */
  private static final int LOOKS = 5;

  private static final Duration AT_ONCE = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void closesAtOnceThoughAnAnswerIsBeingWrittenThatNobodyReads() throws Exception {
    BoxPart.need();
    CountDownLatch asked = new CountDownLatch(1);
    HttpServer aws = large(asked);
    InetAddress address = InetAddress.getByName("127.44.3.1");
    Certificates certificates = new Certificates(folder, List.of("front"));
    URI place = URI.create("http://127.0.0.1:" + aws.getAddress().getPort());
    Front front = new Front(address, certificates.server(), place, new Registry());
    try (Socket box = new Socket(address, 443);
        Socket secure =
            trusting(certificates).getSocketFactory().createSocket(box, "front", 443, true)) {
      secure
          .getOutputStream()
          .write("GET / HTTP/1.1\r\nHost: front\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
      AtomicInteger looks = new AtomicInteger();
      Awaiting.until(
          "the answer to stand still",
          AT_ONCE.multipliedBy(6),
          () -> looks.updateAndGet(before -> writes() ? before + 1 : 0) == LOOKS,
          () -> "it goes on");

      Instant begin = Instant.now();
      Thread closing = new Thread(front::close);
      closing.setDaemon(true);
      closing.start();
      closing.join(AT_ONCE.toMillis());
      assertThat(closing.isAlive()).as("it still closes").isFalse();
      assertThat(Duration.between(begin, Instant.now())).isLessThan(AT_ONCE);
    } finally {
      aws.stop(0);
    }
  }

  /** Whether an answer is in the midst of being handed to the kernel. */
  private static boolean writes() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals("front"))
        .anyMatch(
            thread -> Arrays.stream(thread.getValue()).limit(1).anyMatch(FrontIT::writesNatively));
  }

  private static boolean writesNatively(StackTraceElement frame) {
    return frame.isNativeMethod() && frame.getMethodName().startsWith("write");
  }

  private static HttpServer large(CountDownLatch asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.countDown();
          exchange.sendResponseHeaders(200, LARGE.length);
          exchange.getResponseBody().write(LARGE);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static SSLContext trusting(Certificates certificates) throws Exception {
    KeyStore trusted =
        KeyStore.getInstance(certificates.trust().toFile(), "changeit".toCharArray());
    TrustManagerFactory managers = TrustManagerFactory.getInstance("PKIX");
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }
}
