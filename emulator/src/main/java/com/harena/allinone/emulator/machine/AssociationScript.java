package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.association.ShellResult;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one script of associations that a machine can run: there is no shell on it. */
final class AssociationScript {
  /** A shell's exit status for a command that is not there. */
  static final int NOT_FOUND = ShellResult.NOT_FOUND;

  private static final Pattern START =
      Pattern.compile(
          "/usr/local/sbin/allinone-start (\\S+)"
              + " \\|\\| \\{ systemctl restart --no-block allinone\\.service; exit 1; }");

  private AssociationScript() {}

  /** The bundle that the script starts; empty if it is another script. */
  static Optional<String> bundle(String text) {
    Matcher start = START.matcher(text);
    return start.matches() ? Optional.of(start.group(1)) : Optional.empty();
  }
}
