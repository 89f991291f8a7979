package com.harena.allinone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** Runs commands in this process, in a small checkout whose CDK command line is a shell script. */
final class Session {
  /** What a command printed and ended with. */
  record Result(int code, String out, String err) {}

  private final Path checkout;

  /** A checkout in the folder, with the project's blueprint. */
  Session(Path checkout) throws IOException {
    this.checkout = checkout;
    Files.createDirectories(checkout.resolve("stacks"));
    Files.writeString(checkout.resolve("stacks/harena.yaml"), projectBlueprint());
  }

  static String projectBlueprint() {
    try {
      return Files.readString(
          Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path blueprint() {
    return checkout.resolve("stacks/harena.yaml");
  }

  /** Changes the blueprint. */
  void change(String from, String to) throws IOException {
    Files.writeString(blueprint(), Files.readString(blueprint()).replace(from, to));
  }

  /** Puts digests where the blueprint has placeholders. */
  void fillInPlaceholders() throws IOException {
    Files.writeString(
        blueprint(),
        Files.readString(blueprint())
            .replaceAll("@placeholder:[a-z-]+", "@sha256:" + "0123456789abcdef".repeat(4)));
  }

  /** Makes the script that stands for Node.js running the CDK; its words are its arguments. */
  void cdk(String script) throws IOException {
    Path node = checkout.resolve("node_modules/node/bin/node");
    Files.createDirectories(node.getParent());
    Files.writeString(node, "#!/bin/sh\nset -eu\n" + script + "\n");
    Files.setPosixFilePermissions(node, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  Result run(String... words) {
    return run(new Installation(Optional.of(checkout), Path.of("").toAbsolutePath()), words);
  }

  /** Runs a command for secrets. */
  Result run(SecretsAccess secrets, String... words) {
    return run(
        new Installation(Optional.of(checkout), Path.of("").toAbsolutePath()), secrets, words);
  }

  static Result run(Installation installation, String... words) {
    return run(installation, SecretsAccess.ofThisProcess(), words);
  }

  /** Runs a command of an operator. */
  Result run(OperatorAccess operator, String... words) {
    return run(
        new Installation(Optional.of(checkout), Path.of("").toAbsolutePath()),
        SecretsAccess.ofThisProcess(),
        operator,
        words);
  }

  private static Result run(Installation installation, SecretsAccess secrets, String... words) {
    return run(installation, secrets, OperatorAccess.ofThisProcess(), words);
  }

  private static Result run(
      Installation installation, SecretsAccess secrets, OperatorAccess operator, String... words) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        new Program(
                installation,
                secrets,
                MoveAccess.ofThisProcess(installation),
                operator,
                new PrintWriter(out),
                new PrintWriter(err))
            .run(words);
    return new Result(code, out.toString(), err.toString());
  }
}
