package com.harena.allinone.cli;

import java.io.PrintWriter;
import picocli.CommandLine;

/** The command tree with its streams and its table of failures. */
public final class Program {
  private final CommandLine commandLine;

  /** A program that prints results to {@code out} and progress and faults to {@code err}. */
  public Program(PrintWriter out, PrintWriter err) {
    commandLine =
        new CommandLine(new RootCommand())
            .addSubcommand(new CompletionCommand())
            .setOut(out)
            .setErr(err)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(new UsageFaults())
            .setExecutionExceptionHandler(new Failures());
  }

  /** Runs the words and returns the code to end with. */
  public int run(String... words) {
    int code = commandLine.execute(words);
    commandLine.getOut().flush();
    commandLine.getErr().flush();
    return code;
  }

  /** The command tree, for the documentation's tests. */
  CommandLine commandLine() {
    return commandLine;
  }
}
