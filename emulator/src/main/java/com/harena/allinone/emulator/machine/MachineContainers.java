package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.secret.SecretValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/**
 * Answers the Docker engine: which services were brought up, and one database that keeps its
 * password on the data volume.
 */
final class MachineContainers {
  private static final Path CLUSTER = Path.of("/data/.cluster");
  private static final String PASSWORD = "DATABASE_PASSWORD='";

  private final HostFiles files;
  private final BooleanSupplier healthy;
  private final TreeSet<String> running = new TreeSet<>();

  MachineContainers(HostFiles files, BooleanSupplier healthy) {
    this.files = files;
    this.healthy = healthy;
  }

  CommandResult answer(Command command) {
    List<String> words = command.words();
    String last = words.get(words.size() - 1);
    if (words.contains("pull")) {
      return said("");
    }
    if (words.contains("up")) {
      return up(last);
    }
    if (words.contains("exec")) {
      return psql(last, command.input().map(SecretValue::reveal).orElse(""));
    }
    if (words.contains("load")) {
      return said("Loaded image: local/%s:archive".formatted(Path.of(last).getFileName()));
    }
    if (words.contains("version")) {
      return said("the local AWS's");
    }
    if (words.contains("inspect")) {
      return said("sha256:" + "0".repeat(64));
    }
    return new CommandResult(1, "", "the local AWS's machine does not know " + command.line());
  }

  private CommandResult up(String last) {
    if (!healthy.getAsBoolean()) {
      return new CommandResult(1, "", "container allinone-postgres-1 is unhealthy");
    }
    running.add("postgres");
    if (password().isEmpty()) {
      String secrets = files.read(Path.of("/run/allinone/secrets.env")).orElse("");
      int begin = secrets.indexOf(PASSWORD) + PASSWORD.length();
      keep(secrets.substring(begin, secrets.indexOf('\'', begin)));
    }
    if (!last.equals("elasticsearch")) {
      running.add("everything");
    }
    return said("");
  }

  private CommandResult psql(String script, String input) {
    String first = input.lines().findFirst().orElse("");
    if (!running.contains("postgres")) {
      return new CommandResult(1, "", "service is not running");
    }
    if (script.contains("\\password")) {
      keep(first);
    }
    return password().equals(Optional.of(first))
        ? said("")
        : new CommandResult(2, "", "FATAL:  password authentication failed for user");
  }

  private Optional<String> password() {
    return files.read(CLUSTER);
  }

  private void keep(String password) {
    files.write(CLUSTER, password, FileMode.SECRET);
  }

  private static CommandResult said(String text) {
    return new CommandResult(0, text, "");
  }
}
