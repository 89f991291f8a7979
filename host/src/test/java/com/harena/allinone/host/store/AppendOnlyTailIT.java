package com.harena.allinone.host.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.OptionalPart;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandFailed;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.ProcessCommands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.timing.Patience;
import com.harena.allinone.host.timing.Timing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Redis before a file that ends as after a power cut. */
class AppendOnlyTailIT {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @TempDir private Path root;
  private final ProcessCommands commands = new ProcessCommands();
  private final List<String> journal = new ArrayList<>();
  private Path socket;
  private Optional<Process> server = Optional.empty();

  @BeforeEach
  void needsRedis() throws IOException {
    OptionalPart.need("redis", installed(), "redis-server or redis-cli cannot be run");
    Files.createDirectories(root.resolve("data/redis"));
    socket = root.resolve("s");
  }

  @AfterEach
  void end() {
    server.ifPresent(Process::destroyForcibly);
  }

  @Test
  void startsAgainWithEveryWholeCommand() throws Exception {
    start();
    for (int key = 0; key < 60; key++) {
      assertThat(ask("set", "key" + key, "value").output()).isEqualTo("OK\n");
    }
    cutPower();
    Path file = root.resolve("data/redis/appendonlydir/appendonly.aof.1.incr.aof");
    Files.write(file, new byte[94], StandardOpenOption.APPEND);
    launch();
    assertThat(server.orElseThrow().waitFor()).as("Redis took the zeros for commands").isEqualTo(1);

    new AppendOnlyTail(new DiskFiles(root), journal::add).mend();
    start();

    assertThat(ask("dbsize").output()).isEqualTo("60\n");
    assertThat(journal).singleElement().asString().contains("94 zero bytes");
  }

  private boolean installed() {
    try {
      commands.run("redis-server", "--version");
      commands.run("redis-cli", "--version");
      return true;
    } catch (CommandFailed e) {
      return false;
    }
  }

  private void start() throws IOException {
    launch();
    Optional<Boolean> ready =
        Patience.upTo(LIMIT)
            .await(
                Timing.system(),
                () -> ask("ping").output().contains("PONG") ? Optional.of(true) : Optional.empty());
    assertThat(ready).as("Redis answers").isPresent();
  }

  private void launch() throws IOException {
    server =
        Optional.of(
            new ProcessBuilder(
                    List.of(
                        "redis-server",
                        "--port",
                        "0",
                        "--unixsocket",
                        socket.toString(),
                        "--dir",
                        root.resolve("data/redis").toString(),
                        "--appendonly",
                        "yes",
                        "--save",
                        ""))
                .redirectErrorStream(true)
                .redirectOutput(root.resolve("log").toFile())
                .start());
  }

  private CommandResult ask(String... words) {
    List<String> line = new ArrayList<>(List.of("redis-cli", "-s", socket.toString()));
    line.addAll(List.of(words));
    return commands.attempt(Command.of(line));
  }

  private void cutPower() throws InterruptedException {
    server.orElseThrow().destroyForcibly().waitFor();
  }
}
