package com.harena.allinone.emulator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The local AWS as a process of its own: {@code serve --checkout FOLDER [--port N] [--region R]}
 * serves until it is ended, {@code types} prints what it can make. The command line starts it.
 */
public final class Main {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** What the last line begins with when it cannot go on; the command line passes the rest on. */
  private static final String FAILURE = "failure: ";

  private Main() {}

  /** Runs the words given; never ends with a stack trace for what its user can mend. */
  public static void main(String[] words) {
    try {
      switch (words.length == 0 ? "" : words[0]) {
        case "serve" -> serve(options(words));
        case "types" -> System.out.print(SupportedTypes.text());
        default -> throw new LocalFailure("unknown word: give serve or types");
      }
    } catch (LocalFailure e) {
      System.err.println(FAILURE + e.getMessage());
      System.exit(words.length == 0 ? USAGE : FAILED);
    } catch (IOException | RuntimeException e) {
      e.printStackTrace();
      System.err.println(FAILURE + "a fault of the local AWS itself: " + e);
      System.exit(FAILED);
    }
  }

  private static void serve(Map<String, String> options) throws IOException {
    Path checkout = Path.of(options.getOrDefault("--checkout", "."));
    LocalSettings.Builder settings = LocalSettings.of(checkout);
    if (options.containsKey("--port")) {
      settings.port(port(options.get("--port")));
    }
    if (options.containsKey("--region")) {
      settings.region(options.get("--region"));
    }
    LocalSettings built = settings.build();
    LocalAws local = LocalAws.start(built, Main::say);
    StateFile state = StateFile.write(built, local);
    CountDownLatch asked = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  state.remove();
                  local.close();
                  asked.countDown();
                }));
    say("ready on port " + local.front().port());
    try {
      asked.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int port(String given) {
    try {
      return Integer.parseInt(given);
    } catch (NumberFormatException e) {
      throw new LocalFailure("port %s is none: name one from 1 to 65535".formatted(given), e);
    }
  }

  private static Map<String, String> options(String[] words) {
    Map<String, String> options = new HashMap<>();
    for (int index = 1; index + 1 < words.length; index += 2) {
      options.put(words[index], words[index + 1]);
    }
    return options;
  }

  private static void say(String message) {
    System.err.println("allinone: " + message);
  }
}
