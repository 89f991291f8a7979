package com.harena.allinone.move.postgres.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shell scripts that stand where client programs are looked for. */
final class FakePrograms {
  private FakePrograms() {}

  /** A folder with both programs, which know their version and nothing else. */
  static Path of(Path folder, String version) throws IOException {
    Files.createDirectories(folder);
    for (String program : new String[] {"pg_dump", "pg_restore"}) {
      script(folder.resolve(program), "echo '%s (PostgreSQL) %s'".formatted(program, version));
    }
    return folder;
  }

  /** A program that runs these commands. */
  static void script(Path file, String commands) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException("cannot make executable: " + file);
    }
  }
}
