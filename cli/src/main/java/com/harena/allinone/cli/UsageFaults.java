package com.harena.allinone.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with the words, the nearest that would be right, and where the help is. */
final class UsageFaults implements IParameterExceptionHandler {
  @Override
  public int handleParseException(ParameterException fault, String[] words) {
    CommandLine command = fault.getCommandLine();
    PrintWriter err = command.getErr();
    String message = fault.getMessage();
    err.println(
        "allinone: "
            + message.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
            + message.substring(1));
    if (fault instanceof UnmatchedArgumentException unmatched) {
      List<String> suggestions = unmatched.getSuggestions();
      if (!suggestions.isEmpty()) {
        err.println("did you mean: " + String.join(", ", suggestions));
      }
    }
    err.println("help: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }
}
