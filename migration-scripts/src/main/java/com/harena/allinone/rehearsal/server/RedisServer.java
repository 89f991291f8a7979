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
public final class RedisServer extends LoopbackServer {
  private final Path program;
  private final Path folder;
  private final List<String> lines;

  private RedisServer(Path program, Path folder, List<String> lines) {
    super("TERM");
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

  @Override
  ServerProcess launch(Address candidate) {
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
}
