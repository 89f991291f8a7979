package com.harena.allinone.cli;

import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.move.engine.BackupRecord;
import com.harena.allinone.move.engine.MoveReport;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.plan.MovePlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the scripts before took as arguments: the folder of a backup, and the address of the new
 * instance. Both stand in plan and journal now, and must not say otherwise.
 */
final class OldArguments {
  private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

  private OldArguments() {}

  /** Refuses the folder of a backup that is not the one that this move works with. */
  static Optional<String> faultOfBackup(Path folder, MoveSettings settings) throws IOException {
    Optional<Path> current =
        MoveReport.read(settings)
            .state()
            .currentBackup()
            .map(BackupRecord::folder)
            .map(settings.directory().resolve("backups")::resolve);
    boolean same =
        current.isPresent()
            && folder
                .toAbsolutePath()
                .normalize()
                .equals(current.get().toAbsolutePath().normalize());
    return same
        ? Optional.empty()
        : Optional.of(
            "%s is not the backup of this move; allowed: %s; to restore another one: allinone move backup restore"
                .formatted(
                    folder, current.map(Path::toString).orElse("none, there is no backup yet")));
  }

  /** Refuses an instance that is not where the plan's new side is; behind a tunnel nobody knows. */
  static Optional<String> faultOfInstance(String instance, MovePlan plan) {
    List<String> others =
        hosts(plan)
            .filter(host -> !LOOPBACK.contains(host) && !host.equals(instance))
            .distinct()
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s is not the new side of %s; allowed: %s, or name the other one in the plan"
                .formatted(instance, plan.file(), String.join(", ", others)));
  }

  private static Stream<String> hosts(MovePlan plan) {
    return Stream.of(
            plan.target().postgres().map(PostgresEndpoint::address),
            plan.target().elasticsearch().map(ElasticsearchEndpoint::address),
            plan.target().redis().map(RedisEndpoint::address))
        .flatMap(Optional::stream)
        .map(Address::host);
  }
}
