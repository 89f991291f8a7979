package com.harena.allinone.stack.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The checkout as this build made it, with another folder for what the commands write, so that a
 * local AWS that runs in the checkout itself is left alone.
 *
 * @param folder where it is
 */
record TourCheckout(Path folder) {
  private static final Path CHECKOUT =
      Path.of(System.getProperty("allinone.checkout")).toAbsolutePath().normalize();
  private static final List<String> OWN = List.of(".allinone", "cdk.out", "cdk.json");

  /** Makes it in an empty folder. */
  static TourCheckout in(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(CHECKOUT)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!OWN.contains(name)) {
          Files.createSymbolicLink(folder.resolve(name), entry);
        }
      }
    }
    Path local = Files.createDirectories(folder.resolve(".allinone/local"));
    for (String tool : List.of("python", "lambda")) {
      Path installed = CHECKOUT.resolve(".allinone/local").resolve(tool);
      if (Files.exists(installed)) {
        Files.createSymbolicLink(local.resolve(tool), installed);
      }
    }
    String settings = Files.readString(CHECKOUT.resolve("cdk.json"));
    Files.writeString(folder.resolve("cdk.json"), settings.replace("./allinone app", app()));
    return new TourCheckout(folder);
  }

  /** What the launcher runs as the app, of the classes under test. */
  private static String app() throws IOException {
    Path target = CHECKOUT.resolve("stacks/cdk/target");
    return "%s -Dallinone.checkout=%s -Dallinone.jar=%s -cp %s:%s com.harena.allinone.stack.Main"
        .formatted(
            java(),
            CHECKOUT,
            System.getProperty("allinone.jar"),
            target.resolve("classes"),
            Files.readString(target.resolve("classpath")).strip());
  }

  /** Why the tour cannot be made here; empty if it can. */
  static String lacks() {
    List<String> lacking = new ArrayList<>();
    for (String need :
        List.of(
            "emulator/target/allinone-emulator.jar",
            "emulator/target/classpath",
            "stacks/cdk/target/classpath",
            "node_modules/node/bin/node")) {
      if (!Files.exists(CHECKOUT.resolve(need))) {
        lacking.add(need);
      }
    }
    return String.join(", ", lacking);
  }

  /** The command line at work in it; what it prints goes to the file. */
  Process allinone(Path printed, String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                java(),
                "-Dallinone.checkout=" + folder,
                "-Dallinone.emulator=" + CHECKOUT.resolve("emulator/target"),
                "-jar",
                System.getProperty("allinone.jar")));
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectOutput(printed.toFile())
        .redirectError(folder.resolve("said").toFile())
        .start();
  }

  /** What it said on standard error last. */
  String said() throws IOException {
    return Files.readString(folder.resolve("said"));
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin/java").toString();
  }
}
