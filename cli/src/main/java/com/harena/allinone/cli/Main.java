package com.harena.allinone.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The entry point of the command line. */
public final class Main {
  private Main() {}

  /** Runs the words given and ends the process with an {@link ExitCode}. */
  public static void main(String[] words) {
    Program program =
        new Program(
            Installation.ofThisProcess(), writer(FileDescriptor.out), writer(FileDescriptor.err));
    System.exit(program.run(words));
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
