package com.harena.allinone.architecture;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A module of the house and what it may use.
 *
 * @param folder its folder in the checkout
 * @param uses folders of the modules that it may use
 * @param libraries packages from outside that it may use, besides the JDK's
 */
record Module(String folder, Set<String> uses, Set<String> libraries) {
  private static final String JACKSON = "com.fasterxml.jackson";

  /** The parser inside Jackson's YAML, which alone tells the place of a fault. */
  private static final String YAML = "org.yaml.snakeyaml";

  private static final String CORE = "src";
  private static final String MOVE = "migration-scripts";

  /** Every module, as the design draws the arrows. */
  static final List<Module> ALL =
      List.of(
          new Module(CORE, Set.of(), Set.of(JACKSON, YAML)),
          new Module(
              MOVE,
              Set.of(CORE),
              Set.of(
                  JACKSON,
                  "com.sun.net.httpserver",
                  "org.postgresql",
                  "redis.clients.jedis",
                  "org.tukaani.xz")),
          new Module("host", Set.of(CORE, MOVE), Set.of(JACKSON, "software.amazon.awssdk")),
          new Module(
              "emulator",
              Set.of(CORE, "host"),
              Set.of(
                  JACKSON,
                  YAML,
                  "com.sun.net.httpserver",
                  "org.w3c.dom",
                  "org.xml.sax",
                  "software.amazon.awssdk")),
          new Module("cli", Set.of(CORE, MOVE, "host"), Set.of(JACKSON, "picocli")),
          new Module(
              "constructs",
              Set.of(CORE),
              Set.of(
                  JACKSON,
                  "software.amazon.awscdk",
                  "software.amazon.jsii",
                  "software.constructs")),
          new Module(
              "stacks/cdk",
              Set.of(CORE, "constructs"),
              Set.of(
                  JACKSON,
                  "software.amazon.awscdk",
                  "software.amazon.jsii",
                  "software.constructs")),
          new Module("stacks/pulumi", Set.of(CORE), Set.of(JACKSON, "com.pulumi")),
          // Tests alone, so it has no classes that anything could use.
          new Module("box", Set.of(), Set.of()));

  /** Its compiled classes. */
  Path classes(Path checkout) {
    return checkout.resolve(folder).resolve("target/classes");
  }

  boolean mayUse(String className) {
    return className.startsWith("java.")
        || className.startsWith("javax.")
        || libraries.stream().anyMatch(library -> className.startsWith(library + "."));
  }
}
