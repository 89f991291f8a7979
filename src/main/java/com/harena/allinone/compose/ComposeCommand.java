package com.harena.allinone.compose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How the Compose file is called on the instance: always with both files of variables.
 *
 * <p>Compose replaces every reference of the file before it looks at profiles or service names, so
 * a call without these files fails and says which variable is missing.
 */
public final class ComposeCommand {
  /**
   * Secrets as {@code NAME='value'} lines, mode 0600, on a memory file system: {@link
   * ServiceSecrets}.
   */
  public static final String SECRETS_FILE = "/run/allinone/secrets.env";

  /** What the host finds out at boot, as {@code NAME='value'} lines: {@link HostVariable}. */
  public static final String VARIABLES_FILE = "/run/allinone/compose.env";

  /** The Compose file of the bundle that serves. */
  public static final String FILE = "/opt/allinone/current/compose.yaml";

  /** Name of the application's service, and of the profile that it is behind without an image. */
  public static final String BACKEND = "backend";

  /** The variable that switches profiles on. */
  public static final String PROFILES_VARIABLE = "COMPOSE_PROFILES";

  private ComposeCommand() {}

  /** The command line of the serving bundle's Compose file with these arguments. */
  public static List<String> of(String... arguments) {
    return ofFile(FILE, arguments);
  }

  /** The command line of another bundle's Compose file with these arguments. */
  public static List<String> ofFile(String file, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                "docker",
                "compose",
                "--env-file",
                SECRETS_FILE,
                "--env-file",
                VARIABLES_FILE,
                "--file",
                file));
    command.addAll(Arrays.asList(arguments));
    return List.copyOf(command);
  }
}
