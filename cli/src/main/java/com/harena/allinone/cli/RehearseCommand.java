package com.harena.allinone.cli;

import com.harena.allinone.cli.output.Json;
import com.harena.allinone.cli.output.RehearsalText;
import com.harena.allinone.move.engine.Interruption;
import com.harena.allinone.move.engine.TerminationGuard;
import com.harena.allinone.move.progress.ProgressBoard;
import com.harena.allinone.move.store.MoveInterrupted;
import com.harena.allinone.rehearsal.Rehearsal;
import com.harena.allinone.rehearsal.RehearsalResult;
import com.harena.allinone.rehearsal.RehearsalSettings;
import com.harena.allinone.rehearsal.Stage;
import com.harena.allinone.rehearsal.data.DataSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole data move on this machine, on real servers with generated data or one's own backup. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    description = {
      "Rehearses the whole data move on this machine, on real servers, without an AWS account.",
      "",
      "Starts old and new PostgreSQL, Elasticsearch and Redis on free loopback ports, fills the old ones"
          + " with generated data, then runs check, backup, migrate, verify and cutover, and shows that"
          + " rollback refuses to lose what was written since. Every server ends with the command."
    },
    footer = {"", "Example:", "  allinone rehearse stacks/harena.yaml"})
final class RehearseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private BlueprintCommand words;

  @Option(
      names = "--scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "How much data: 1 is a million transactions (default), 0.1 a tenth.")
  private double scale;

  @Option(
      names = "--keep",
      description =
          "Keep plan, journal, backup and the servers' data; the servers end all the same.")
  private boolean keep;

  @Option(
      names = "--from",
      paramLabel = "BACKUP_DIR",
      description = "Restore this backup into new servers and prove it, instead of a whole move.")
  private Path from;

  @Option(names = "--debug", description = "Print where in the program a failure arose.")
  private boolean debug;

  private final Installation installation;
  private final MoveAccess access;

  RehearseCommand(Installation installation, MoveAccess access) {
    this.installation = installation;
    this.access = access;
  }

  @Override
  public Integer call() throws IOException {
    RehearsalSettings settings =
        new RehearsalSettings(
            words.read(installation).blueprint(),
            installation.requireCheckout(),
            size(),
            Optional.ofNullable(from),
            keep,
            ProductVersion.number());
    Interruption interruption = new Interruption();
    try (TerminationGuard guard = new TerminationGuard(interruption, ExitCode.INTERRUPTED.code())) {
      guard.arm();
      return finish(settings, interruption);
    }
  }

  private DataSet size() {
    try {
      return new DataSet(scale);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--scale: " + e.getMessage());
    }
  }

  /** Everything has been said when this returns, because the guard may end the process then. */
  private int finish(RehearsalSettings settings, Interruption interruption) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    try {
      RehearsalResult result = rehearsed(settings, interruption, err);
      words.print(words.json() ? Json.text(RehearsalText.json(result)) : RehearsalText.end(result));
      spec.commandLine().getOut().flush();
      return result
          .failure()
          .map(it -> MoveOutcomes.failure(it.result().outcome()))
          .orElse(ExitCode.OK)
          .code();
    } catch (MoveInterrupted e) {
      details(e, err);
      int code = Failures.report(e, err).code();
      err.flush();
      return code;
    } catch (RuntimeException | IOException | Error e) {
      details(e, err);
      throw e;
    }
  }

  private RehearsalResult rehearsed(
      RehearsalSettings settings, Interruption interruption, PrintWriter err) throws IOException {
    try (ProgressBoard board = new ProgressBoard(err, access.terminal().get())) {
      Stage stage =
          new Stage(
              board,
              interruption,
              step -> {
                if (!words.json()) {
                  board.pause();
                  words.print(RehearsalText.of(step));
                  spec.commandLine().getOut().flush();
                }
              });
      return new Rehearsal(settings, stage).run();
    }
  }

  private void details(Throwable failure, PrintWriter err) {
    if (debug) {
      failure.printStackTrace(err);
    }
  }
}
