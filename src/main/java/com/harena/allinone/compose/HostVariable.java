package com.harena.allinone.compose;

/**
 * What the Compose file must be told by the host, because it is known only there: one line each in
 * {@link ComposeCommand#VARIABLES_FILE}.
 */
public enum HostVariable {
  /** The instance's private IPv4 address: the only one on which a port is published. */
  PRIVATE_ADDRESS("the private address of this instance"),
  /** Home of the host's Java runtime, mounted read-only into the backup container. */
  JAVA_HOME("the home of the Java runtime of this instance"),
  /**
   * The backend's image in force: the one that was released last, or the bundle's own. Needed when
   * the blueprint names an archive; with neither image nor archive the host sets it together with
   * {@code COMPOSE_PROFILES=backend} once a first release is known, and leaves both out before.
   */
  BACKEND_IMAGE("the image that the backend's archive holds");

  private final String meaning;

  HostVariable(String meaning) {
    this.meaning = meaning;
  }

  /** A reference that stops Compose with a message when the variable is missing. */
  String reference() {
    return Reference.required(name(), meaning);
  }
}
