package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.endpoint.LocalSecrets;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.MoveSettings;
import com.harena.allinone.move.engine.Mover;
import com.harena.allinone.move.engine.Outcome;
import com.harena.allinone.move.engine.Result;
import com.harena.allinone.move.engine.Step;
import com.harena.allinone.move.engine.TerminationGuard;
import com.harena.allinone.move.plan.MovePlan;
import com.harena.allinone.move.plan.PlanLoader;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.move.wiring.PlannedMove;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What the commands that run a step of a move share: their words, and how a step is run. */
final class MoveWords {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Parameters(
      paramLabel = "PLAN",
      // Looked at by us: a command with subcommands would ask for it before those.
      arity = "0..1",
      description = {
        "The plan: what moves from where to where; stacks/harena.move.yaml of the checkout when not"
            + " given.",
        "The folder of this move's backup is taken too, as the scripts before took it."
      })
  private Path plan;

  @Option(
      names = "--directory",
      paramLabel = "FOLDER",
      description =
          "Where the journal and the backups are; beside the plan, under its name, when not given.")
  private Path directory;

  @Option(names = "--json", description = "Print the result as JSON.")
  private boolean json;

  @Option(names = "--debug", description = "Print where in the program a failure arose.")
  private boolean debug;

  /** The plan that is meant. */
  MovePlan plan(MoveAccess access) {
    if (plan != null && !namesBackup()) {
      return PlanLoader.load(plan);
    }
    return PlanLoader.load(
        access
            .plan()
            .orElseThrow(
                () -> new ParameterException(command.commandLine(), "missing parameter: PLAN")));
  }

  private boolean namesBackup() {
    return plan != null && Files.isDirectory(plan);
  }

  /** What the engine works on. */
  MoveSettings settings(MoveAccess access) throws IOException {
    MoveSettings settings = settings(access, "d");
    if (namesBackup()) {
      refuse(OldArguments.faultOfBackup(plan, settings));
    }
    return settings;
  }

  /** Refuses words that cannot be meant, and says why. */
  void refuse(Optional<String> fault) {
    if (fault.isPresent()) {
      throw new ParameterException(command.commandLine(), fault.get());
    }
  }

  /** The same with another kind of directory. */
  MoveSettings settings(MoveAccess access, String suffix) {
    MovePlan read = plan(access);
    Path beside = read.directory();
    String name = beside.getFileName().toString().replaceFirst("d$", suffix);
    return new PlannedMove(
            read,
            new LocalSecrets(
                System::getenv,
                reference -> access.parameters().open(read.region()).get(reference)))
        .settings(
            directory == null ? beside.resolveSibling(name) : directory, ProductVersion.number());
  }

  /** Runs a step and prints its result. */
  int run(MoveAccess access, Function<MoveSettings, Step> step) throws IOException {
    return run(access, settings(access), step);
  }

  /** The same with other settings. */
  int run(MoveAccess access, MoveSettings settings, Function<MoveSettings, Step> step)
      throws IOException {
    Interruption interruption = new Interruption();
    Step verb = step.apply(settings);
    try (TerminationGuard guard = new TerminationGuard(interruption, ExitCode.INTERRUPTED.code())) {
      guard.arm();
      return finish(access, settings, verb, interruption);
    }
  }

  /** Everything has been said when this returns, because the guard may end the process then. */
  private int finish(MoveAccess access, MoveSettings settings, Step step, Interruption interruption)
      throws IOException {
    PrintWriter err = command.commandLine().getErr();
    try {
      Result result = result(access, settings, step, interruption);
      print(step.name(), result);
      return MoveOutcomes.exitCode(result.outcome()).code();
    } catch (MoveInterrupted e) {
      details(e);
      int code = Failures.report(e, err).code();
      err.flush();
      return code;
    } catch (RuntimeException | IOException | Error e) {
      details(e);
      throw e;
    }
  }

  private Result result(
      MoveAccess access, MoveSettings settings, Step step, Interruption interruption)
      throws IOException {
    try (ProgressBoard board =
        new ProgressBoard(command.commandLine().getErr(), access.terminal().get())) {
      return new Mover(settings, board, interruption, Clock.systemUTC()).run(step);
    }
  }

  private void details(Throwable failure) {
    if (debug) {
      failure.printStackTrace(command.commandLine().getErr());
    }
  }

  /** Asks the operator something. */
  void ask(String question) {
    command.commandLine().getErr().print(question);
    command.commandLine().getErr().flush();
  }

  boolean json() {
    return json;
  }

  /** Prints a text as the result. */
  void print(String text) {
    command.commandLine().getOut().print(text);
    command.commandLine().getOut().flush();
  }

  /**
   * A result that is not what the step is for is said on standard error as well as a failure is.
   */
  private void print(String step, Result result) {
    boolean done = result.outcome() == Outcome.DONE;
    if (json) {
      print(
          Json.text(
              Json.object()
                  .put("step", step)
                  .put("outcome", result.outcome().word())
                  .put("message", result.message())
                  .set("details", result.json())));
    } else {
      StringBuilder text = new StringBuilder();
      result.lines().forEach(line -> text.append(line).append('\n'));
      print(done ? text.append(result.message()).append('\n').toString() : text.toString());
    }
    if (!done) {
      command.commandLine().getErr().println("allinone: " + result.message());
    }
  }
}
