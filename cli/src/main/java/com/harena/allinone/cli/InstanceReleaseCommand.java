package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.ImageReference;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.ReleaseHistory;
import com.harena.allinone.cli.output.RemoteResult;
import com.harena.allinone.host.backend.ReleaseHere;
import com.harena.allinone.host.backend.ReleaseJson;
import com.harena.allinone.host.backend.Released;
import com.harena.allinone.host.backend.Wanted;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings another image of the backend into force on this machine. */
@Command(
    name = "release",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Brings another image of the backend into force on this instance, or the one before.",
      "",
      "An archive is named as below releases/ of the bucket, with its SHA-256."
    },
    footer = {"", "Example:", "  allinone instance release --to previous --json"})
final class InstanceReleaseCommand implements Callable<Integer> {
  @Spec private CommandSpec command;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "IMAGE|ARCHIVE",
      description = "An image pinned by its digest, or the name of an archive.")
  private String word;

  @Option(names = "--sha256", paramLabel = "HEX", description = "SHA-256 of the archive.")
  private String sha256;

  @Option(names = "--to", paramLabel = "previous", description = "Back to the image before.")
  private GoingBack to;

  @Option(names = "--history", description = "Only tell what was released.")
  private boolean history;

  @Mixin private ResultForm form;

  @Override
  public Integer call() {
    if (history) {
      ObjectNode json = ReleaseJson.of(ReleaseHere.history());
      form.print(form.json() ? Json.text(json) : ReleaseHistory.text(json));
    } else {
      ObjectNode json = json(ReleaseHere.run(wanted(), form::progress));
      form.print(form.json() ? Json.text(json) : RemoteResult.text(json));
    }
    return ExitCode.OK.code();
  }

  private Wanted wanted() {
    if ((word == null) == (to == null)) {
      throw new ParameterException(
          command.commandLine(), "give one of IMAGE, ARCHIVE and --to previous");
    }
    if (to != null) {
      return new Wanted.Previous();
    }
    if (sha256 != null) {
      return new Wanted.Archive(word, sha256);
    }
    try {
      return new Wanted.Registry(new ImageReference(word));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private static ObjectNode json(Released released) {
    ObjectNode json =
        Json.object()
            .put("outcome", released.changed() ? "released" : "unchanged")
            .put("image", released.image().name());
    if (released.changed()) {
      released.previous().ifPresent(image -> json.put("previous", image.name()));
      json.put("triedBeside", released.beside())
          .put("gapMilliseconds", released.gap().toMillis())
          .put("reclaimedMebibytes", released.reclaimedMebibytes());
    }
    return json;
  }
}
