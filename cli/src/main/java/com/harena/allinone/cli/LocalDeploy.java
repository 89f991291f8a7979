package com.harena.allinone.cli;

import com.harena.allinone.cli.cdk.AssemblyFolder;
import com.harena.allinone.cli.cdk.Cdk;
import com.harena.allinone.cli.cdk.CdkFailedException;
import com.harena.allinone.cli.local.LocalFailedException;
import com.harena.allinone.cli.local.LocalProgram;
import com.harena.allinone.cli.local.LocalState;
import com.harena.allinone.cli.local.LocalStatus;
import com.harena.allinone.cli.local.Loopback;
import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.LocalResources;
import com.harena.allinone.cli.output.LocalSteps;
import com.harena.allinone.template.CheckedBlueprint;
import com.harena.allinone.template.CloudAssembly;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A deployment to a local AWS, from the check to the proof that nothing is left to change. */
final class LocalDeploy {
  private final Path checkout;
  private final CdkCommand words;
  private final boolean json;
  private final LocalSteps steps = new LocalSteps();
  private long began = System.nanoTime();

  LocalDeploy(Path checkout, CdkCommand words, boolean json) {
    this.checkout = checkout;
    this.words = words;
    this.json = json;
  }

  /**
   * Deploys what was checked.
   *
   * @param deploy the words for {@code cdk deploy}
   * @return {@link ExitCode#LOCAL_INCOMPLETE} if a resource is missing although the stack is made
   */
  ExitCode run(CheckedBlueprint checked, List<String> deploy) throws IOException {
    ended("check", checked.file() + " has neither faults nor placeholders");
    LocalState state = localAws(checked.blueprint().region().toString());
    Cdk cdk = Cdk.of(checkout).in(state.environment());
    String environment =
        "aws://%s/%s".formatted(state.variable("AWS_ACCOUNT_ID"), state.variable("AWS_REGION"));
    step(state, cdk, List.of("bootstrap", environment));
    ended("bootstrap", environment);
    step(state, cdk, approved(deploy));
    Path assembly = AssemblyFolder.of(checkout, deploy);
    String stack = CloudAssembly.read(assembly).onlyName();
    ended("deploy", "%s: %s".formatted(stack, LocalStatus.ofStack(state, stack)));
    LocalResources resources = new LocalResources(LocalStatus.resources(state, stack));
    if (resources.count() == 0 || !resources.missing().isEmpty()) {
      words.progress(
          "%s is said to be complete, but no service knows %s"
              .formatted(stack, String.join(", ", resources.missing())));
      return ExitCode.LOCAL_INCOMPLETE;
    }
    ended("exists", "%d resources, each asked of its service".formatted(resources.count()));
    print(resources.text());
    step(state, cdk, List.of("diff", "--fail", "--app", assembly.toString()));
    ended("diff", "nothing is left to change");
    print(steps.total());
    if (json) {
      words.command().commandLine().getOut().print(Json.text(steps.json(resources)));
    }
    return ExitCode.OK;
  }

  private LocalState localAws(String region) throws IOException {
    LocalState state =
        LocalProgram.of(checkout).runningOrStarted(List.of("--region", region), words::progress);
    Loopback.require(state);
    LocalStatus.fault(state)
        .ifPresent(
            fault -> {
              throw LocalFailedException.of(fault);
            });
    String there = state.variable("AWS_REGION");
    if (!there.equals(region)) {
      throw LocalFailedException.of(
          "the local AWS that runs has region %s, the blueprint says %s: end it by local down, and this command starts one in %s"
              .formatted(there, region, region));
    }
    ended("local AWS", "serves on port %d until local down".formatted(state.port()));
    return state;
  }

  private void step(LocalState state, Cdk cdk, List<String> all) throws IOException {
    words.progress("running cdk " + all.get(0));
    try {
      cdk.runQuietly(all, state.process().onExit());
    } catch (CdkFailedException e) {
      LocalStatus.fault(state)
          .ifPresent(
              fault -> {
                e.output()
                    .lines()
                    .filter(line -> !line.startsWith("    at "))
                    .forEach(words.command().commandLine().getErr()::println);
                throw LocalFailedException.of(e.getMessage() + ": " + fault);
              });
      throw e;
    }
  }

  private static List<String> approved(List<String> deploy) {
    List<String> all = new ArrayList<>(deploy);
    if (deploy.stream().noneMatch(word -> word.startsWith("--require-approval"))) {
      all.addAll(List.of("--require-approval", "never"));
    }
    return all;
  }

  private void ended(String name, String message) {
    long now = System.nanoTime();
    print(steps.ended(name, Duration.ofNanos(now - began), message));
    began = now;
  }

  private void print(String text) {
    if (!json) {
      words.command().commandLine().getOut().print(text);
      words.command().commandLine().getOut().flush();
    }
  }
}
