package com.harena.allinone.host.release;

import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.Releases;
import com.harena.allinone.machine.ParameterNames;
import java.nio.file.Path;

/** The release prefix of the bucket that the bundle parameter names. */
public final class ReleaseBucket {
  private static final String PREFIX = "releases/";

  private final ParameterNames names;
  private final Parameters parameters;
  private final Releases releases;

  /** Finds the bucket through the bundle parameter. */
  public ReleaseBucket(ParameterNames names, Parameters parameters, Releases releases) {
    this.names = names;
    this.parameters = parameters;
    this.releases = releases;
  }

  /**
   * Fetches a file of the release prefix.
   *
   * @return false when there is none of this name
   */
  public boolean fetch(String name, Path file) {
    return releases.fetch(named().bucket(), PREFIX + name, file);
  }

  /** Where the file of this name is looked for, for messages. */
  public String address(String name) {
    return "s3://%s/%s%s".formatted(named().bucket(), PREFIX, name);
  }

  /** The bundle that is to run. */
  public BundleReference named() {
    return parameters
        .find(names.bundle())
        .map(BundleReference::parse)
        .orElseThrow(() -> new IllegalStateException("there is no parameter " + names.bundle()));
  }
}
