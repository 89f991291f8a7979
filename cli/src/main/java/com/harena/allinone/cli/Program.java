package com.harena.allinone.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The command tree with its streams and its table of failures. */
public final class Program {
  private final CommandLine commandLine;

  /** A program that prints results to {@code out} and progress and faults to {@code err}. */
  public Program(Installation installation, PrintWriter out, PrintWriter err) {
    this(
        installation,
        SecretsAccess.ofThisProcess(),
        MoveAccess.ofThisProcess(installation),
        OperatorAccess.ofThisProcess(),
        out,
        err);
  }

  /** The same, with another place for secrets and their values, and another operator. */
  Program(
      Installation installation,
      SecretsAccess secrets,
      MoveAccess move,
      OperatorAccess operator,
      PrintWriter out,
      PrintWriter err) {
    commandLine =
        new CommandLine(new RootCommand())
            .addSubcommand(new CheckCommand(installation))
            .addSubcommand(new CostCommand(installation))
            .addSubcommand(new SynthCommand(installation))
            .addSubcommand(new DiffCommand(installation))
            .addSubcommand(new DeployCommand(installation))
            .addSubcommand(HostCommand.of(installation, secrets, operator))
            .addSubcommand(InstanceCommand.all())
            .addSubcommand(new RehearseCommand(installation, move))
            .addSubcommand(MoveCommand.of(move))
            .addSubcommand(LocalCommand.of(installation))
            .addSubcommand(new CompletionCommand())
            .setOut(out)
            .setErr(err)
            .setUsageHelpAutoWidth(true)
            .setParameterExceptionHandler(new UsageFaults())
            .setExecutionExceptionHandler(
                (failure, command, words) -> Failures.report(failure, command.getErr()).code());
  }

  /** Runs the words and returns the code to end with. */
  public int run(String... words) {
    int code;
    try {
      code = commandLine.execute(words);
    } catch (StackOverflowError | OutOfMemoryError e) {
      code = Failures.report(e, commandLine.getErr()).code();
    }
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    return code;
  }

  /** The command tree, for the documentation's tests. */
  CommandLine commandLine() {
    return commandLine;
  }
}
