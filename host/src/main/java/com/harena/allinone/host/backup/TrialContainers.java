package com.harena.allinone.host.backup;

import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.compose.DrillServices;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.journal.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The containers of a trial: a throw-away server where one is needed, and the one that fills it.
 */
final class TrialContainers {
  private static final Duration LIMIT = Duration.ofHours(1);
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Map<StoreName, String> SERVERS =
      Map.of(
          StoreName.POSTGRES, DrillServices.POSTGRES,
          StoreName.REDIS, DrillServices.REDIS);
  private static final Map<StoreName, String> ADDRESSES =
      Map.of(StoreName.POSTGRES, "DATABASE_HOST", StoreName.REDIS, "REDIS_HOST");

  private final Commands commands;
  private final Journal journal;

  TrialContainers(Commands commands, Journal journal) {
    this.commands = commands;
    this.journal = journal;
  }

  /**
   * Restores one store for a trial.
   *
   * @throws BackupFailed if it could not be restored, or differs
   * @throws com.harena.allinone.host.command.CommandFailed if a container could not be made
   */
  void tryOut(StoreName store, String id) {
    Optional<String> server = Optional.ofNullable(SERVERS.get(store));
    server.ifPresent(this::remove);
    try {
      server.ifPresent(this::start);
      fill(store, server, id);
    } finally {
      server.ifPresent(this::remove);
    }
    journal.say("drill: %s of backup %s is restored and proven".formatted(store.word(), id));
  }

  private void start(String server) {
    commands.run(
        Command.of(drill("up", "--detach", "--wait", "--no-deps", server)).within(START_LIMIT));
  }

  private void fill(StoreName store, Optional<String> server, String id) {
    List<String> words =
        new ArrayList<>(List.of("--profile", "backup", "run", "--rm", "--no-deps"));
    server.ifPresent(name -> words.addAll(List.of("--env", ADDRESSES.get(store) + "=" + name)));
    words.addAll(List.of("backup", "instance", "trial", store.word(), id));
    CommandResult result =
        commands.attempt(Command.of(ComposeCommand.of(words.toArray(String[]::new))).within(LIMIT));
    result.output().lines().forEach(journal::say);
    if (!result.succeeded()) {
      throw new ContainerEnd(result).failure("trial of " + store.word());
    }
  }

  private void remove(String server) {
    commands.run(Command.of(drill("rm", "--force", "--stop", "--volumes", server)));
  }

  private static List<String> drill(String... words) {
    List<String> all = new ArrayList<>(List.of("--profile", DrillServices.PROFILE));
    all.addAll(List.of(words));
    return ComposeCommand.of(all.toArray(String[]::new));
  }
}
