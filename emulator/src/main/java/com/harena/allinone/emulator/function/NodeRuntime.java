package com.harena.allinone.emulator.function;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.program.Installed;
import com.harena.allinone.emulator.program.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What runs functions: Node.js, and the SDK's clients that Lambda's runtime brings with it.
 *
 * @param node the program
 * @param packages folder {@code node_modules} with the clients
 */
public record NodeRuntime(Path node, Path packages) {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final String MANIFEST = "package.json";
  private static final String LOCK = "package-lock.json";

  /**
   * The runtime of a checkout: its pinned Node.js, else the one on the path.
   *
   * @param folder where the clients are installed, once
   * @param progress told what takes long
   * @throws LocalFailure if there is no Node.js, or npm could not install the clients
   */
  public static NodeRuntime in(Path folder, Path checkout, Consumer<String> progress) {
    List<String> parts =
        List.of(
            Installed.resource(NodeRuntime.class, MANIFEST),
            Installed.resource(NodeRuntime.class, LOCK));
    Installed.once(folder, parts, made -> fill(made, parts, progress));
    return new NodeRuntime(node(checkout), folder.resolve("node_modules"));
  }

  private static Path node(Path checkout) {
    Path pinned = checkout.resolve("node_modules/node/bin/node");
    return Files.isExecutable(pinned)
        ? pinned
        : Program.named("node").map(Program::path).orElseThrow(() -> missing("node"));
  }

  private static void fill(Path folder, List<String> parts, Consumer<String> progress) {
    progress.accept("installing the SDK clients of Lambda's Node.js runtime, once");
    Program npm = Program.named("npm").orElseThrow(() -> missing("npm"));
    try {
      Files.writeString(folder.resolve(MANIFEST), parts.get(0));
      Files.writeString(folder.resolve(LOCK), parts.get(1));
    } catch (IOException e) {
      throw new LocalFailure("cannot write into %s: %s".formatted(folder, e.getMessage()), e);
    }
    Program.Result result =
        npm.run(
            LIMIT,
            folder,
            Map.of(),
            "ci",
            "--ignore-scripts",
            "--no-audit",
            "--no-fund",
            "--loglevel=error");
    if (!result.succeeded()) {
      throw new LocalFailure(
          "npm could not install the SDK's clients: is the registry reachable?%n%s"
              .formatted(result.tail()));
    }
  }

  private static LocalFailure missing(String program) {
    return new LocalFailure(
        program
            + " is not on the path, and functions run on it: apt-get install nodejs npm, or"
            + " nodejs.org");
  }
}
