package com.harena.allinone.cli.local;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The program of the local AWS, which is no part of this jar: built beside it in the checkout. */
public final class LocalProgram {
  private static final String MAIN = "com.harena.allinone.emulator.Main";

  private final Path checkout;
  private final Path built;

  private LocalProgram(Path checkout, Path built) {
    this.checkout = checkout;
    this.built = built;
  }

  /** The one of a checkout. */
  public static LocalProgram of(Path checkout) {
    return new LocalProgram(
        checkout,
        Optional.ofNullable(System.getProperty("allinone.emulator"))
            .map(Path::of)
            .orElse(checkout.resolve("emulator/target/fast")));
  }

  /**
   * The one that runs already, else a new one in the background once it serves. Of several that are
   * asked for at once only one is started.
   *
   * @param words what a new one is told beside the checkout
   * @param progress told what it does
   * @throws LocalFailedException with its last words if it ends before it serves
   */
  public LocalState runningOrStarted(List<String> words, Consumer<String> progress)
      throws IOException {
    Path folder = Files.createDirectories(LocalState.folder(checkout));
    // Between processes by the file, within this one by the class: a file's lock is the process's.
    synchronized (LocalProgram.class) {
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("up.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        Optional<LocalState> running =
            held.isValid() ? LocalState.running(checkout) : Optional.empty();
        if (running.isPresent()) {
          progress.accept("it runs already on port " + running.get().port());
          return running.get();
        }
        sayIfKilled(progress);
        return start(folder, words, progress);
      }
    }
  }

  private void sayIfKilled(Consumer<String> progress) throws IOException {
    LocalState.killed(checkout)
        .ifPresent(
            pid ->
                progress.accept(
                    "the local AWS before, process %d, was killed: what it held is gone, this one begins empty"
                        .formatted(pid)));
  }

  private LocalState start(Path folder, List<String> words, Consumer<String> progress)
      throws IOException {
    Path log = folder.resolve("log");
    List<String> command = new ArrayList<>();
    // In a session of its own, Ctrl-C and the end of the terminal do not reach it.
    onPath("setsid").ifPresent(setsid -> command.add(setsid.toString()));
    command.addAll(java());
    command.addAll(List.of("serve", "--checkout", checkout.toString()));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command)
            .directory(checkout.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    process.getOutputStream().close();
    return LocalStart.await(checkout, process, log, progress);
  }

  /** Runs it to its end and returns what it printed. */
  public String output(String... words) throws IOException {
    List<String> command = new ArrayList<>(java());
    command.addAll(Arrays.asList(words));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new LocalFailedException("the program of the local AWS failed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new LocalFailedException("interrupted");
    }
    return output;
  }

  private List<String> java() throws IOException {
    Path classPath = built.resolve("classpath");
    if (!Files.exists(classPath)) {
      throw new LocalFailedException(
          "the local AWS is not built: run it through the checkout's ./allinone");
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-Xmx512m",
        "-cp",
        built.resolve("allinone-emulator.jar")
            + File.pathSeparator
            + Files.readString(classPath).strip(),
        MAIN);
  }

  private static Optional<Path> onPath(String program) {
    return Arrays.stream(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
