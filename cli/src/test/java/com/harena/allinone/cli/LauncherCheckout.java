package com.harena.allinone.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A checkout with the launcher, and a path on which only what a test puts there can be found. */
final class LauncherCheckout {
  /** What the launcher printed and ended with. */
  record Outcome(int code, String out, String err) {}

  /** A launcher that was started. */
  record Running(Process process, Path out, Path err) {
    Outcome outcome() throws IOException {
      try {
        int code = process.waitFor();
        return new Outcome(code, Files.readString(out), Files.readString(err));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  private static final List<String> SYSTEM =
      List.of(
          "bash",
          "cat",
          "cp",
          "dirname",
          "find",
          "flock",
          "grep",
          "mkdir",
          "mv",
          "readlink",
          "sed",
          "sleep",
          "touch");

  private final Path home;
  private final Path programs;
  private final Path calls;
  private int started;

  LauncherCheckout(Path folder) throws IOException {
    home = Files.createDirectories(folder.resolve("check out")).toRealPath();
    programs = Files.createDirectories(folder.resolve("programs"));
    calls = Files.createFile(folder.resolve("calls"));
    for (String name : SYSTEM) {
      Files.createSymbolicLink(programs.resolve(name), onPath(name));
    }
    Files.copy(Path.of(System.getProperty("allinone.checkout"), "allinone"), launcher());
    for (String source :
        List.of(
            "src/main",
            "host/src/main",
            "cli/src/main",
            "emulator/src/main",
            "constructs/src/main",
            "stacks/cdk/src/main")) {
      write(source + "/java/Old.java");
    }
    write("pom.xml");
    write("package-lock.json");
  }

  Path home() {
    return home;
  }

  Path launcher() {
    return home.resolve("allinone");
  }

  /** Puts a program on the path; it notes its own call first. */
  LauncherCheckout standIn(String name, String script) throws IOException {
    Path file = programs.resolve(name);
    Files.writeString(file, "#!" + programs.resolve("bash") + "\nset -eu\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return this;
  }

  LauncherCheckout standInForJava() throws IOException {
    standIn("javac", "");
    return standIn(
        "java",
        "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.15\"' >&2; else echo \"$@\"; fi");
  }

  /** Maven that notes what it builds, runs the script, and makes what the launcher then runs. */
  LauncherCheckout standInForMaven(String script) throws IOException {
    return standIn(
        "mvn",
        """
        words=$(echo " $*" | sed -E 's/ (-B|-q|-Dallinone.fast|-am|package)//g')
        echo "mvn${words}" >> '%s'
        sleep 0.2
        %s
        mkdir -p cli/target/fast src/target/fast constructs/target/fast stacks/cdk/target/fast
        mkdir -p host/target/fast emulator/target/fast
        touch cli/target/fast/allinone.jar
        echo a.jar:b.jar > stacks/cdk/target/fast/classpath
        echo a.jar:b.jar > emulator/target/fast/classpath
        """
            .formatted(calls, script));
  }

  LauncherCheckout standInForAll() throws IOException {
    standInForJava().standInForMaven("").standIn("node", "echo v20.1.0");
    return standIn(
        "npm",
        """
        echo "npm $1" >> '%s'
        mkdir -p node_modules/node/bin node_modules/.bin
        touch node_modules/.bin/cdk
        cp '%s' node_modules/node/bin/node
        """
            .formatted(calls, programs.resolve("node")));
  }

  /** The calls of Maven and npm since this was asked last. */
  List<String> calls() throws IOException {
    List<String> all = Files.readAllLines(calls);
    Files.writeString(calls, "", StandardOpenOption.TRUNCATE_EXISTING);
    return all;
  }

  void write(String file) throws IOException {
    pause();
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, "x");
  }

  void delete(String file) throws IOException {
    pause();
    Files.delete(home.resolve(file));
  }

  Outcome start(String... words) throws IOException {
    return begin(words).outcome();
  }

  Running begin(String... words) throws IOException {
    return begin(home, launcher(), words);
  }

  Outcome run(Path from, Path launcher, String... words) throws IOException {
    return begin(from, launcher, words).outcome();
  }

  private Running begin(Path from, Path launcher, String... words) throws IOException {
    started++;
    Path out = programs.resolveSibling("out" + started);
    Path err = programs.resolveSibling("err" + started);
    List<String> command = new ArrayList<>(List.of(programs.resolve("bash").toString()));
    command.add(launcher.toString());
    command.addAll(Arrays.asList(words));
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(from.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    process.environment().put("PATH", programs.toString());
    process.environment().remove("JAVA_HOME");
    return new Running(process.start(), out, err);
  }

  /** File times are compared: nothing may happen within one tick of the file system's clock. */
  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Path onPath(String name) {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(name + " is not on the path"));
  }
}
