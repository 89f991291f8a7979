package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.SecretsReport;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.secret.OperatorSecrets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints which secrets are there. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Lists the secrets that the services need: which are set, which are missing.",
      "",
      "No value is decrypted or shown. The names come from the blueprint, the rest from Parameter"
          + " Store in its region."
    },
    footer = {"", "Example:", "  allinone host secrets list stacks/harena.yaml"})
final class SecretsListCommand implements Callable<Integer> {
  @Mixin private BlueprintCommand words;
  private final Installation installation;
  private final SecretsAccess access;

  SecretsListCommand(Installation installation, SecretsAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() {
    Blueprint blueprint = BlueprintLoader.load(words.file(installation));
    try (SecretStore store = access.stores().open(blueprint.region().value())) {
      SecretsReport report =
          new SecretsReport(blueprint, new OperatorSecrets(blueprint, store).inventory());
      words.print(words.json() ? Json.text(report.json()) : report.text());
    }
    return ExitCode.OK.code();
  }
}
