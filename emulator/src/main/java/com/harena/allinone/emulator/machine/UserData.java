package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first boot's script as far as a picture of a machine runs it: the files that it writes as
 * they stand. What these files do is done by {@link StartScript}.
 */
final class UserData {
  static final Path ENVIRONMENT = Path.of("/etc/allinone/machine.env");
  private static final Pattern FILE =
      Pattern.compile("^cat > (/\\S+) << 'END'\\n(.*?\\n)END$", Pattern.DOTALL | Pattern.MULTILINE);

  private UserData() {}

  /** Writes the files, once in an instance's life. */
  static void run(String script, HostFiles files) {
    Matcher file = FILE.matcher(script);
    while (file.find()) {
      files.write(Path.of(file.group(1)), file.group(2), FileMode.PLAIN);
    }
  }

  /** A variable of the machine's environment; empty unless the user data is this project's. */
  static Optional<String> variable(HostFiles files, String name) {
    return files.read(ENVIRONMENT).stream()
        .flatMap(String::lines)
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }
}
