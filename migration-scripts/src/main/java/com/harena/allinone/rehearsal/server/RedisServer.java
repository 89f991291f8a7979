package com.harena.allinone.rehearsal.server;

import com.harena.allinone.endpoint.Address;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A Redis server on a free loopback port. It keeps its data over {@link #stop} and {@link
 * #restart}, not over {@link #kill}, unless its configuration says otherwise.
 */
public final class RedisServer implements AutoCloseable {
  private final Path program;
  private final Path folder;
  private final List<String> lines;
  private Address address;
  private ServerProcess process;

  private RedisServer(Path program, Path folder, List<String> lines) {
    this.program = program;
    this.folder = folder;
    this.lines = List.copyOf(lines);
  }

  /**
   * Starts a server.
   *
   * @param lines of its configuration, such as {@code rename-command CONFIG ""}
   */
  public static RedisServer start(ServerFiles files, Path folder, List<String> lines) {
    return start(files.redis(), folder, lines);
  }

  /** The same with a program of one's own choice, for another version. */
  public static RedisServer start(Path program, Path folder, List<String> lines) {
    RedisServer server = new RedisServer(program, folder.toAbsolutePath(), lines);
    server.run();
    return server;
  }

  private void run() {
    for (int attempt = 1; process == null; attempt++) {
      Address candidate =
          address == null ? new Address("127.0.0.1", LoopbackPorts.free()) : address;
      try {
        process = launch(candidate);
      } catch (ServerUnavailable e) {
        if (attempt == 3 || address != null || !e.getMessage().contains("in use")) {
          throw e;
        }
        continue;
      }
      address = candidate;
    }
  }

  private ServerProcess launch(Address candidate) {
    List<String> all = new ArrayList<>();
    all.add("port " + candidate.port());
    all.addAll(List.of("bind 127.0.0.1", "dir ./", "daemonize no", "save 86400 1"));
    all.addAll(lines);
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve("redis.conf"), all);
    } catch (IOException e) {
      throw new ServerUnavailable("cannot write into %s: %s".formatted(folder, e), e);
    }
    ServerAccount.own(folder);
    ServerProcess started =
        ServerProcess.start(
            "Redis", folder, "KILL", List.of(program.toString(), "redis.conf"), Map.of());
    started.await(Duration.ofMinutes(1), () -> serves(candidate));
    return started;
  }

  /** It also serves when it asks for a password; not while it reads its data. */
  private static boolean serves(Address address) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.port()), 2000);
      socket.setSoTimeout(2000);
      socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
      InputStream input = socket.getInputStream();
      String answer = new String(input.readNBytes(5), StandardCharsets.US_ASCII);
      return answer.length() == 5 && !answer.equals("-LOAD");
    } catch (IOException e) {
      return false;
    }
  }

  /** Where it listens; the same after a restart. */
  public Address address() {
    return address;
  }

  /** Ends it in good order: it writes its data first. */
  public void stop() {
    process.stop("TERM");
  }

  /** Ends it as {@code kill -9} does. */
  public void kill() {
    process.kill();
  }

  /** Starts it again on the same port. */
  public void restart() {
    stop();
    process = null;
    run();
  }

  /** Halts it where it is; connections stay open and get no answer. */
  public void suspend() {
    process.suspend();
  }

  /** Lets it go on. */
  public void resume() {
    process.resume();
  }

  /** Ends it at once, without writing its data. */
  @Override
  public void close() {
    process.kill();
  }
}
