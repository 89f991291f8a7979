package com.harena.allinone.compose;

/** Texts as Compose reads them: a reference to a variable, or a text that holds none. */
final class Reference {
  private Reference() {}

  /** A reference that stops Compose with a message when the variable is missing or empty. */
  static String required(String name, String meaning) {
    return "${%s:?%s}".formatted(name, meaning);
  }

  /** A reference to a secret; its value is in no file of the bundle. */
  static String secret(String name) {
    return required(name, "missing in " + ComposeCommand.SECRETS_FILE);
  }

  /** A text in which Compose finds no reference. */
  static String literal(String text) {
    return text.replace("$", "$$");
  }
}
