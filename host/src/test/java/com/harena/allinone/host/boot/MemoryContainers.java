package com.harena.allinone.host.boot;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/** Docker Compose in memory: which services run, with which variables, and one database. */
final class MemoryContainers {
  private static final String PASSWORD = "DATABASE_PASSWORD='";

  /** The cluster, on the volume: as much of it as a test needs. */
  private static final Path CLUSTER = Path.of("/data/postgres/PG_VERSION");

  private static final String HELD =
      "Error response from daemon: driver failed programming external connectivity on endpoint allinone-backend-1: Bind for 10.0.0.10:8001 failed: port is already allocated";

  final TreeSet<String> running = new TreeSet<>();

  /** What the services were brought up with. */
  String variables = "";

  /** What Compose answers to a pull. */
  CommandResult pullAnswer = MemoryMachine.said("");

  /** What Compose answers when everything is brought up. */
  CommandResult upAnswer = MemoryMachine.said("");

  /** What psql ends with once it took the password. */
  CommandResult execAnswer = MemoryMachine.said("");

  /** Whether the engine holds the application's port for no container. */
  boolean portHeld;

  private final DiskFiles disk;

  MemoryContainers(DiskFiles disk) {
    this.disk = disk;
  }

  void cutPower() {
    running.clear();
    variables = "";
  }

  /** Password of the cluster; empty before it is made. */
  String password() {
    return disk.read(CLUSTER).orElse("");
  }

  void password(String value) {
    disk.write(CLUSTER, value, FileMode.PLAIN);
  }

  CommandResult answer(Command command) {
    List<String> words = command.words();
    String last = words.get(words.size() - 1);
    if (words.contains("pull")) {
      return pullAnswer;
    }
    if (words.contains("up")) {
      return up(last);
    }
    if (words.contains("version")) {
      return MemoryMachine.said("20.10.24");
    }
    if (words.contains("exec")) {
      return psql(last, command.input().orElseThrow().reveal());
    }
    throw new IllegalArgumentException("not known here: " + command.line());
  }

  private CommandResult up(String last) {
    String secrets = disk.read(Path.of("/run/allinone/secrets.env")).orElseThrow();
    String variablesFile = disk.read(Path.of("/run/allinone/compose.env")).orElseThrow();
    running.add("postgres");
    if (password().isEmpty()) {
      int begin = secrets.indexOf(PASSWORD) + PASSWORD.length();
      password(secrets.substring(begin, secrets.indexOf('\'', begin)));
    }
    if (last.equals("elasticsearch")) {
      return MemoryMachine.said("");
    }
    if (portHeld) {
      return new CommandResult(1, "", HELD);
    }
    if (upAnswer.succeeded()) {
      running.add("everything");
      variables = secrets + variablesFile;
    }
    return upAnswer;
  }

  private CommandResult psql(String script, String input) {
    String first = input.lines().findFirst().orElseThrow();
    if (!running.contains("postgres")) {
      return new CommandResult(1, "", "service is not running");
    }
    if (script.contains("\\password")) {
      password(first);
    }
    return first.equals(password())
        ? execAnswer
        : new CommandResult(2, "", "FATAL:  password authentication failed for user");
  }
}
