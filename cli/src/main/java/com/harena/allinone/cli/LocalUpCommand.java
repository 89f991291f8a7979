package com.harena.allinone.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.cli.local.LocalProgram;
import com.harena.allinone.cli.local.LocalState;
import com.harena.allinone.cli.output.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the local AWS. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Starts the local AWS in the background and prints the environment to export.",
      "",
      "It listens on loopback addresses only and forgets everything when it ends. The environment"
          + " has a HOME of its own and made-up credentials. One that runs already is left as it"
          + " is. A shell takes it over with eval \"$(allinone local up)\"."
    },
    footer = {"", "Example:", "  allinone local up"})
final class LocalUpCommand implements Callable<Integer> {
  private final Installation installation;
  @Spec private CommandSpec spec;

  @Option(names = "--port", paramLabel = "PORT", description = "The port; a free one by default.")
  private Integer port;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "eu-west-1",
      description = "The region of every stack; ${DEFAULT-VALUE} by default.")
  private String region;

  @Option(names = "--json", description = "Prints the environment as JSON.")
  private boolean json;

  LocalUpCommand(Installation installation) {
    this.installation = installation;
  }

  @Override
  public Integer call() throws IOException {
    Path checkout = installation.requireCheckout();
    LocalState state = started(checkout);
    spec.commandLine().getOut().print(json ? Json.text(json(state)) : exports(state));
    return ExitCode.OK.code();
  }

  private LocalState started(Path checkout) throws IOException {
    List<String> words = new ArrayList<>(List.of("--region", region));
    if (port != null) {
      words.addAll(List.of("--port", port.toString()));
    }
    return LocalProgram.of(checkout).runningOrStarted(words, this::progress);
  }

  private void progress(String message) {
    spec.commandLine().getErr().println("allinone: " + message);
  }

  private static ObjectNode json(LocalState state) {
    ObjectNode json = Json.object().put("port", state.port()).put("pid", state.process().pid());
    ObjectNode environment = json.putObject("environment");
    state.environment().forEach(environment::put);
    return json;
  }

  private static String exports(LocalState state) {
    StringBuilder text = new StringBuilder("unset AWS_CA_BUNDLE AWS_PROFILE\n");
    state
        .environment()
        .forEach(
            (name, value) ->
                text.append("export ")
                    .append(name)
                    .append("='")
                    .append(value.replace("'", "'\\''"))
                    .append("'\n"));
    return text.toString();
  }
}
