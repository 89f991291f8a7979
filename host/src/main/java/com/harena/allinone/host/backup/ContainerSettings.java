package com.harena.allinone.host.backup;

import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** What the Compose file tells the backup container in variables. */
final class ContainerSettings {
  private final UnaryOperator<String> environment;

  ContainerSettings(UnaryOperator<String> environment) {
    this.environment = environment;
  }

  /** A variable that the Compose file sets. */
  String text(String name) {
    String value = environment.apply(name);
    if (value == null || value.isEmpty()) {
      throw new IllegalArgumentException(
          "the variable %s is not set: this runs in the backup container; on the instance give allinone instance backup"
              .formatted(name));
    }
    return value;
  }

  /** A variable whose value is a whole number. */
  int number(String name) {
    try {
      return Integer.parseInt(text(name));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "the variable %s is '%s': allowed is a whole number".formatted(name, text(name)), e);
    }
  }

  Path folder() {
    return Path.of(text("BACKUP_DIRECTORY"));
  }

  int keepDays() {
    return number("BACKUP_KEEP_DAYS");
  }

  int memoryMebibytes() {
    return number("BACKUP_MEMORY_MEBIBYTES");
  }

  UnaryOperator<String> environment() {
    return environment;
  }
}
