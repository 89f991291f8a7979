package com.harena.allinone.emulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;

/**
 * Tells other processes of a local AWS that serves: its process, when that began (so that a stale
 * file is recognised although numbers of processes come again), its port, and the environment.
 */
final class StateFile {
  private final Path file;

  private StateFile(Path file) {
    this.file = file;
  }

  /** Writes it beside the folder of the local AWS. */
  static StateFile write(LocalSettings settings, LocalAws local) throws IOException {
    Path file = settings.folder().resolveSibling("state.json");
    ProcessHandle self = ProcessHandle.current();
    Instant began = self.info().startInstant().orElse(Instant.EPOCH);
    ObjectNode state =
        JsonNodeFactory.instance
            .objectNode()
            .put("pid", self.pid())
            .put("began", began.toString())
            .put("port", local.front().port());
    ObjectNode environment = state.putObject("environment");
    local.environment().forEach(environment::put);
    Path fresh = file.resolveSibling("state.json.new");
    Files.writeString(fresh, new ObjectMapper().writeValueAsString(state));
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    return new StateFile(file);
  }

  /** Removes it. */
  void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // It is recognised as stale, because the process is gone.
      return;
    }
  }
}
