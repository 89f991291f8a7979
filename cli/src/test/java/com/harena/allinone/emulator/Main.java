package com.harena.allinone.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Stands for the program of the local AWS, by whose name the command line starts it: notes its
 * start, tells of itself as that does, and stays; or fails with last words when a file holds some.
 */
public final class Main {
  private Main() {}

  /** Runs until it is ended. */
  public static void main(String[] words) throws IOException, InterruptedException {
    Path folder = Path.of(words[List.of(words).indexOf("--checkout") + 1], ".allinone/local");
    Files.writeString(folder.resolve("start-" + ProcessHandle.current().pid()), "");
    Path last = folder.resolve("last-words");
    if (Files.exists(last)) {
      System.err.println("failure: " + Files.readString(last));
      System.exit(1);
    }
    // Long enough for others to look whether one runs.
    Thread.sleep(300);
    ProcessHandle self = ProcessHandle.current();
    Files.writeString(
        folder.resolve("fresh"),
        "{\"pid\":%d,\"began\":\"%s\",\"port\":1,\"environment\":{\"HOME\":\"/\"}}"
            .formatted(self.pid(), self.info().startInstant().orElse(Instant.EPOCH)));
    Files.move(folder.resolve("fresh"), folder.resolve("state.json"));
    Thread.sleep(60_000);
  }
}
