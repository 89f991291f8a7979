package com.harena.allinone.rehearsal.server;

import java.io.IOException;
import java.nio.file.Path;

/** A place that archives come from. */
@FunctionalInterface
interface Archives {
  /** Fetches the archive of that name, and proves its checksum. */
  void fetch(String name, Path folder) throws IOException;
}
