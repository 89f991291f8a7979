package com.harena.allinone.move.step;

import com.harena.allinone.move.engine.MoveSession;
import com.harena.allinone.move.journal.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps comparisons item by item beside the journal, which would grow too long by them. */
final class ProofFile {
  private static final String FOLDER = "proofs";

  private ProofFile() {}

  /** Writes a comparison; never over one that is there. */
  static Path write(MoveSession session, String step, byte[] json) throws IOException {
    Path folder = session.settings().directory().resolve(FOLDER);
    Durable.createFolder(folder);
    String name = "%s-%s".formatted(step, session.now().toString().replaceAll("[^0-9]", ""));
    Path file = folder.resolve(name + ".json");
    for (int again = 2; Files.exists(file); again++) {
      file = folder.resolve("%s-%d.json".formatted(name, again));
    }
    Durable.write(file, json);
    return file;
  }
}
