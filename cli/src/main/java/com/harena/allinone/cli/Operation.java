package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.OperatorReport;
import com.harena.allinone.cli.output.RemoteResult;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.RemoteWork;
import com.harena.allinone.host.remote.ShellLine;
import com.harena.allinone.host.remote.Waking;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * What the commands that operate a deployment from elsewhere do alike.
 *
 * @param installation where the blueprint is looked for
 * @param access the clouds and the clock
 */
record Operation(Installation installation, OperatorAccess access) {
  /** Works on the deployment of the blueprint that is meant. */
  int on(BlueprintCommand words, BiConsumer<Blueprint, OperatorCloud> work) {
    return on(BlueprintLoader.load(words.file(installation)), work);
  }

  private int on(Blueprint blueprint, BiConsumer<Blueprint, OperatorCloud> work) {
    try (OperatorCloud cloud = access.clouds().open(blueprint.region().value())) {
      work.accept(blueprint, cloud);
    }
    return ExitCode.OK.code();
  }

  /** Works on it, and prints the report. */
  int report(BlueprintCommand words, BiFunction<Blueprint, OperatorCloud, OperatorReport> work) {
    return report(words, Optional.empty(), work);
  }

  /** The same for a hold until a time, which is checked before the cloud is opened. */
  int report(
      BlueprintCommand words,
      Optional<String> until,
      BiFunction<Blueprint, OperatorCloud, OperatorReport> work) {
    Blueprint meant = BlueprintLoader.load(words.file(installation));
    until.ifPresent(time -> Waking.check(meant, time, access.timing().now()));
    return on(
        meant,
        (blueprint, cloud) -> {
          OperatorReport report = work.apply(blueprint, cloud);
          words.print(words.json() ? Json.text(report.json()) : report.text());
        });
  }

  /** What starts and stops the instance, and holds its hours. */
  Waking waking(BlueprintCommand words, Blueprint blueprint, OperatorCloud cloud) {
    return new Waking(blueprint, cloud, access.timing(), words::progress);
  }

  /** Runs a line on the instance, held awake meanwhile, and prints its result. */
  int heldAwake(BlueprintCommand words, ShellLine line) {
    return on(
        words,
        (blueprint, cloud) -> {
          JsonNode result =
              new RemoteWork(blueprint, cloud, access.timing(), words::progress).runHeldAwake(line);
          words.print(words.json() ? Json.text(result) : RemoteResult.text(result));
        });
  }
}
