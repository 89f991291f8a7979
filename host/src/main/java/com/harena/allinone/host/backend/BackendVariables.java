package com.harena.allinone.host.backend;

import com.harena.allinone.bundle.HostSettings;
import com.harena.allinone.compose.ComposeCommand;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.secret.EnvironmentFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The lines about the backend in the file of variables that Compose is called with. */
final class BackendVariables {
  private static final Path FILE = Path.of(ComposeCommand.VARIABLES_FILE);

  private final HostFiles files;

  /** Of this machine, which has booted. */
  BackendVariables(HostFiles files) {
    this.files = files;
  }

  /** Has every later call of Compose mean this image, as the next boot does. */
  void put(HostSettings settings, BackendImage image) {
    Map<String, String> variables = BackendInForce.variables(settings, Optional.of(image));
    EnvironmentFile fresh = new EnvironmentFile();
    variables.forEach(fresh::put);
    TreeSet<String> lines = new TreeSet<>(fresh.text().lines().toList());
    List<String> before = files.read(FILE).orElse("").lines().toList();
    before.stream()
        .filter(line -> !variables.containsKey(line.split("=", 2)[0]))
        .forEach(lines::add);
    files.write(FILE, String.join("\n", lines) + "\n", FileMode.PLAIN);
  }
}
