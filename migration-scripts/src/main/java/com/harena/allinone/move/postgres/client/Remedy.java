package com.harena.allinone.move.postgres.client;

import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to do about what a client program said. */
public final class Remedy {
  private static final String AGAIN = ", then run the same command again";

  /** What to do when the server has gone. */
  public static final String UNREACHABLE =
      "see that the server runs and that the address can be reached" + AGAIN;

  private static final Pattern AWAY =
      Pattern.compile(
          "connection to server|closed the connection|terminating connection|shutting down"
              + "|starting up|recovery mode");

  private static final Pattern EXTENSION =
      Pattern.compile("extension \"(.*?)\" is not available|extension control file \"(.*?)\"");

  private Remedy() {}

  /**
   * What mends the failure.
   *
   * @param words the program's first error
   * @param endpoint the server that it spoke to
   */
  public static String of(String words, PostgresEndpoint endpoint) {
    Matcher extension = EXTENSION.matcher(words);
    if (extension.find()) {
      String name = extension.group(1) == null ? extension.group(2) : extension.group(1);
      return "install the extension %s on the server".formatted(name) + AGAIN;
    } else if (words.contains("authentication failed")) {
      String secret = endpoint.password().map(SecretReference::toString).orElse("none is given");
      return "check the user and its password (%s)".formatted(secret) + AGAIN;
    } else if (words.contains("permission denied") || words.contains("row-level security")) {
      return "grant the role %s what is missing".formatted(endpoint.user()) + AGAIN;
    } else if (words.contains("No space left on device")) {
      return "free disk space on the server" + AGAIN;
    } else if (AWAY.matcher(words).find()) {
      return UNREACHABLE;
    }
    return "mend that" + AGAIN;
  }
}
