package com.harena.allinone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** The one table from exception to message and exit code. Nobody sees a stack trace. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(
      Exception failure, CommandLine command, ParseResult parseResult) {
    PrintWriter err = command.getErr();
    if (failure instanceof UncheckedIOException unchecked) {
      return unreadable(unchecked.getCause(), err).code();
    } else if (failure instanceof IOException io) {
      return unreadable(io, err).code();
    }
    return unexpected(failure, err).code();
  }

  private static ExitCode unreadable(IOException failure, PrintWriter err) {
    if (failure instanceof NoSuchFileException missing) {
      err.println("allinone: no such file: " + missing.getFile());
    } else {
      err.println("allinone: " + failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }
    return ExitCode.FILE_UNREADABLE;
  }

  private static ExitCode unexpected(Exception failure, PrintWriter err) {
    StringWriter details = new StringWriter();
    failure.printStackTrace(new PrintWriter(details));
    String where;
    try {
      Path file = Files.createTempFile("allinone-fault-", ".txt");
      Files.writeString(file, details.toString());
      where = "details: " + file;
    } catch (IOException e) {
      where = "its details could not be written either";
    }
    err.println("allinone: a fault of allinone itself: " + failure + "; " + where);
    return ExitCode.UNEXPECTED;
  }
}
