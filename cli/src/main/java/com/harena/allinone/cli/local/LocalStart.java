package com.harena.allinone.cli.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Waits for a local AWS that starts, and passes on what it says meanwhile. */
final class LocalStart {
  private static final String SAYS = "allinone: ";
  private static final String FAILURE = "failure: ";
  private static final Duration LIMIT = Duration.ofMinutes(25);

  private LocalStart() {}

  static LocalState await(Path checkout, Process process, Path log, Consumer<String> progress)
      throws IOException {
    long end = System.nanoTime() + LIMIT.toNanos();
    int told = 0;
    while (true) {
      boolean alive = process.isAlive();
      Optional<LocalState> running = alive ? LocalState.running(checkout) : Optional.empty();
      List<String> said = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      if (!alive) {
        throw new LocalFailedException(lastWords(said, process, log));
      }
      for (; told < said.size(); told++) {
        if (said.get(told).startsWith(SAYS)) {
          progress.accept(said.get(told).substring(SAYS.length()));
        }
      }
      if (running.isPresent()) {
        return running.get();
      }
      if (System.nanoTime() > end) {
        process.destroy();
        throw new LocalFailedException(
            "the local AWS did not serve within %d minutes; its log: %s"
                .formatted(LIMIT.toMinutes(), log));
      }
      pause(process);
    }
  }

  private static String lastWords(List<String> said, Process process, Path log) {
    for (int index = 0; index < said.size(); index++) {
      if (said.get(index).startsWith(FAILURE)) {
        List<String> rest = said.subList(index, said.size());
        return String.join(System.lineSeparator(), rest).substring(FAILURE.length());
      }
    }
    return "the local AWS ended with %d before it served; its log: %s"
        .formatted(process.exitValue(), log);
  }

  private static void pause(Process process) {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new LocalFailedException("interrupted while the local AWS started");
    }
  }
}
