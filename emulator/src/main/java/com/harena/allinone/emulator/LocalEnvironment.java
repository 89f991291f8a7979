package com.harena.allinone.emulator;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment in which the CDK's command line and every SDK use a local AWS and nothing else.
 */
public final class LocalEnvironment {
  private LocalEnvironment() {}

  /** The variables, in the order in which they are printed. */
  public static Map<String, String> of(LocalSettings settings, int port) {
    Path home = settings.folder().resolve("home");
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("AWS_ENDPOINT_URL", "http://localhost:" + port);
    variables.put("AWS_ACCESS_KEY_ID", "operator");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_SESSION_TOKEN", "local");
    variables.put("AWS_ACCOUNT_ID", LocalSettings.ACCOUNT);
    variables.put("AWS_REGION", settings.region());
    variables.put("AWS_DEFAULT_REGION", settings.region());
    variables.put("AWS_EC2_METADATA_DISABLED", "true");
    variables.put("CI", "true");
    variables.put("DOCKER_HOST", "unix://" + home.resolve("no-docker"));
    variables.put("HOME", home.toString());
    return variables;
  }
}
