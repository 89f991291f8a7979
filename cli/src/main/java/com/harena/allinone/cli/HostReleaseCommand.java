package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.ReleaseHistory;
import com.harena.allinone.cli.output.RemoteResult;
import com.harena.allinone.host.remote.OperatorCloud;
import com.harena.allinone.host.remote.RemoteWork;
import com.harena.allinone.host.remote.ShellLine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Releases another backend. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Releases another backend: fetched first, tried beside the old one where memory allows, then"
          + " swapped with a gap that is measured; back to the old one when it is not healthy.",
      "",
      "It stays in force over stops, a new instance and deploys, until the blueprint names another"
          + " image than it does now, or another one is released."
    },
    footer = {"", "Example:", "  allinone host release backend-1.5.0.tar.gz stacks/harena.yaml"})
final class HostReleaseCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(45);
  private static final Duration LOOK = Duration.ofMinutes(2);

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "IMAGE|ARCHIVE",
      description = {
        "NAME:TAG@sha256:… of a registry; a file of 'docker save', .tar or .tar.gz; or"
            + " s3://BUCKET/releases/… of the deployment's bucket."
      })
  private String word;

  @Option(names = "--to", paramLabel = "previous", description = "Back to the image before.")
  private GoingBack to;

  @Option(names = "--history", description = "Only tell what was released until now.")
  private boolean history;

  @Option(
      names = "--sha256",
      paramLabel = "HEX",
      description = "SHA-256 of an archive of the bucket whose address does not say it.")
  private String sha256;

  @Mixin private BlueprintCommand words;

  private final Operation operation;

  HostReleaseCommand(Operation operation) {
    this.operation = operation;
  }

  @Override
  public Integer call() {
    Optional<String> named = words.unlessFile(word);
    long asked = Stream.of(named.isPresent(), to != null, history).filter(it -> it).count();
    if (asked != 1) {
      throw new ParameterException(
          words.command(), "give one of IMAGE, ARCHIVE, --to previous and --history");
    }
    Optional<ReleaseWord> wanted =
        named.map(it -> understood(() -> ReleaseWord.of(it, Optional.ofNullable(sha256))));
    return operation.on(words, (blueprint, cloud) -> work(wanted, blueprint, cloud));
  }

  private <T> T understood(Supplier<T> read) {
    try {
      return read.get();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(words.command(), e.getMessage(), e);
    }
  }

  private void work(Optional<ReleaseWord> wanted, Blueprint blueprint, OperatorCloud cloud) {
    RemoteWork there =
        new RemoteWork(blueprint, cloud, operation.access().timing(), words::progress);
    if (history) {
      JsonNode state =
          there.run(ShellLine.ofAllinone(LOOK, "instance", "release", "--history", "--json"));
      words.print(words.json() ? Json.text(state) : ReleaseHistory.text(state));
      return;
    }
    there.running();
    String[] rest =
        wanted
            .map(it -> understood(() -> it.there(blueprint, cloud, words::progress)))
            .orElse(new String[] {"--to", "previous"});
    String[] line =
        Stream.of(Stream.of("instance", "release"), Stream.of(rest), Stream.of("--json"))
            .flatMap(it -> it)
            .toArray(String[]::new);
    JsonNode result = there.runHeldAwake(ShellLine.ofAllinone(LIMIT, line).locked());
    words.print(words.json() ? Json.text(result) : RemoteResult.text(result));
  }
}
