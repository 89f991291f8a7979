package com.harena.allinone.bundle;

/** What Systems Manager runs on the instance when the host bundle has changed. */
public final class BundleCommand {
  /** Name of the association. */
  public static final String ASSOCIATION = "allinone-host-bundle";

  /** The document that runs the command. */
  public static final String DOCUMENT = "AWS-RunShellScript";

  /** The document's parameter that holds the command. */
  public static final String PARAMETER = "commands";

  /** The kind of target that names instances. */
  public static final String TARGET = "InstanceIds";

  private BundleCommand() {}

  /**
   * The command for a bundle. What fails here is handed to the unit that every boot starts, which
   * tries until it serves.
   *
   * @param sha256 hash of the bundle
   */
  public static String of(String sha256) {
    return "/usr/local/sbin/allinone-start "
        + sha256
        + " || { systemctl restart --no-block allinone.service; exit 1; }";
  }
}
