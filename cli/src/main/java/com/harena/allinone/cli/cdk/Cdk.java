package com.harena.allinone.cli.cdk;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * The CDK command line that package.json pins, on the Node.js that it pins: what {@code npx cdk}
 * runs, without npx looking for it.
 */
public final class Cdk {
  private static final Pattern FOREIGN =
      Pattern.compile("(AWS|CDK|DOCKER)_.*|(HTTP|HTTPS|ALL|NO)_PROXY", Pattern.CASE_INSENSITIVE);

  private final Path checkout;
  private final Optional<Map<String, String>> only;

  private Cdk(Path checkout, Optional<Map<String, String>> only) {
    this.checkout = checkout;
    this.only = only;
  }

  /** The one of a checkout. */
  public static Cdk of(Path checkout) {
    return new Cdk(checkout, Optional.empty());
  }

  /**
   * The same in an environment in which these variables say where AWS is: nothing of the operator's
   * own AWS settings, and no proxy, reaches it.
   */
  public Cdk in(Map<String, String> variables) {
    return new Cdk(checkout, Optional.of(Map.copyOf(variables)));
  }

  /** Runs it with this process's streams and returns its exit code. */
  public int run(List<String> words) throws IOException {
    Process process = process(words).inheritIO().start();
    // An interrupt from the keyboard reaches both processes: leave the last word to the CDK.
    Thread waitForIt = new Thread(() -> join(process));
    Runtime.getRuntime().addShutdownHook(waitForIt);
    return join(process);
  }

  /**
   * Runs it and keeps its output back.
   *
   * @throws CdkFailedException with the output when it fails
   */
  public void runQuietly(List<String> words) throws IOException {
    runQuietly(words, new CompletableFuture<>());
  }

  /**
   * The same, ended as soon as what it needs has ended: it would try again for minutes.
   *
   * @throws CdkFailedException with the output when it fails or was ended
   */
  public void runQuietly(List<String> words, CompletableFuture<?> lost) throws IOException {
    Process process = process(words).redirectErrorStream(true).start();
    CompletableFuture<Void> end = lost.thenRun(process::destroy);
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = join(process);
    end.cancel(false);
    if (code != 0) {
      throw new CdkFailedException(words.get(0), code, output);
    }
  }

  private ProcessBuilder process(List<String> words) {
    Path modules = checkout.resolve("node_modules");
    List<String> command = new ArrayList<>();
    command.add(modules.resolve("node/bin/node").toString());
    command.add(modules.resolve("aws-cdk/bin/cdk").toString());
    command.addAll(words);
    ProcessBuilder process = new ProcessBuilder(command).directory(checkout.toFile());
    only.ifPresent(variables -> isolate(process.environment(), variables));
    process
        .environment()
        .merge(
            "PATH",
            modules.resolve(".bin").toString(),
            (path, bin) -> bin + File.pathSeparator + path);
    return process;
  }

  private static void isolate(Map<String, String> environment, Map<String, String> variables) {
    environment.keySet().removeIf(name -> FOREIGN.matcher(name).matches());
    environment.putAll(variables);
  }

  private static int join(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroy();
      throw new IllegalStateException("interrupted while the CDK command line ran", e);
    }
  }
}
