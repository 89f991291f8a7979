package com.harena.allinone.cli;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.shape.Nearest;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.secret.OperatorSecrets;
import com.harena.allinone.host.secret.SecretForm;
import com.harena.allinone.host.secret.SecretMaker;
import com.harena.allinone.machine.Tags;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets one secret. */
@Command(
    name = "set",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Sets a secret that the services need, over the old value if there is one.",
      "",
      "The value is read from standard input, one line; on a terminal it is asked for twice and"
          + " not shown. It goes to Parameter Store as a SecureString, in the blueprint's region,"
          + " and into no file, message or argument. The running services keep the old value until"
          + " it is applied; the command says how."
    },
    footer = {"", "Example:", "  allinone host secrets set DATABASE_PASSWORD stacks/harena.yaml"})
final class SecretsSetCommand implements Callable<Integer> {
  private static final String NAME = "[A-Z][A-Z0-9_]{0,63}";

  @Spec private CommandSpec command;

  @Parameters(index = "0", paramLabel = "NAME", description = "Name of the secret.")
  private String name;

  @Mixin private BlueprintFile blueprintFile;

  private final Installation installation;
  private final SecretsAccess access;

  SecretsSetCommand(Installation installation, SecretsAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    requireFile();
    Blueprint blueprint = BlueprintLoader.load(blueprintFile.file(installation));
    requireNeeded(blueprint);
    SecretValue value = access.input().read(name);
    SecretForm.require(name, value);
    long version;
    try (SecretStore store = access.stores().open(blueprint.region().value())) {
      version = new OperatorSecrets(blueprint, store).set(name, value);
    }
    command
        .commandLine()
        .getOut()
        .printf(
            "set %s of %s in %s: version %d%n%s%n",
            name, blueprint.deployment(), blueprint.region(), version, effect(blueprint));
    return ExitCode.OK.code();
  }

  /** Whoever writes the value after the name must not see it again in a message. */
  private void requireFile() {
    if (!Files.exists(blueprintFile.file(installation)) && blueprintFile.given()) {
      throw new ParameterException(
          command.commandLine(),
          "the second word names no file: it is for a blueprint, and a value is read from standard input only");
    }
  }

  /** Shows what was given only where it looks like a name, since it may be the value. */
  private void requireNeeded(Blueprint blueprint) {
    List<String> needed = ServiceSecrets.of(blueprint);
    if (needed.contains(name)) {
      return;
    }
    String given = name.matches(NAME) ? "secret '" + name + "'" : "secret of the name given";
    String nearest =
        Nearest.to(name, needed).map(near -> "; did you mean " + near + "?").orElse("");
    throw new ParameterException(
        command.commandLine(),
        "no service needs the %s: give one of %s, or list it under services.backend.secrets first%s"
            .formatted(given, String.join(", ", needed), nearest));
  }

  private String effect(Blueprint blueprint) {
    if (SecretMaker.of(name) == SecretMaker.STACK) {
      return "The first deployment takes it, for CloudFront and for the instance.";
    }
    return """
        The instance takes it at its next boot; a boot that waits for it goes on by itself. To apply it to the running
        instance now, which restarts the services that are given it:
          aws ssm send-command --region %s --document-name AWS-RunShellScript \\
            --targets Key=tag:%s,Values=%s --parameters commands=/usr/local/sbin/allinone-start"""
        .formatted(blueprint.region(), Tags.DEPLOYMENT, blueprint.deployment());
  }
}
