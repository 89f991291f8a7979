package com.harena.allinone.host.web;

import java.net.URI;
import java.nio.file.Path;

/** Files of the web. */
public interface Downloads {
  /** Fetches the address into the file, over what is there; throws {@link WebFailure}. */
  void fetch(URI address, Path file);
}
