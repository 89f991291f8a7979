package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.RemoteResult;
import com.harena.allinone.host.ThisMachine;
import com.harena.allinone.host.instance.PasswordRotation;
import com.harena.allinone.host.instance.RotationHere;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives the database of this machine another password. */
@Command(
    name = "rotate",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Gives PostgreSQL another password, made at random, and restarts the backend with it.",
      "",
      "Nobody sees the password: it goes to Parameter Store and to the database."
    },
    footer = {"", "Example:", "  allinone instance rotate --json"})
final class InstanceRotateCommand implements Callable<Integer> {
  @Mixin private ResultForm form;

  @Override
  public Integer call() {
    ThisMachine.require();
    PasswordRotation.Rotated rotated = RotationHere.run(form::progress);
    ObjectNode json =
        Json.object()
            .put("secret", "DATABASE_PASSWORD")
            .put("version", rotated.version())
            .put("gapSeconds", rotated.gap().toSeconds());
    rotated.restarted().forEach(json.putArray("restarted")::add);
    form.print(form.json() ? Json.text(json) : RemoteResult.text(json));
    return ExitCode.OK.code();
  }
}
