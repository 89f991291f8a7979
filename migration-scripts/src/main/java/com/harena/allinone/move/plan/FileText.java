package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Text;
import java.nio.file.Path;

/**
 * A path as a plan writes it; it begins at the plan's folder.
 *
 * @param value the text as written
 */
@Text(pattern = ".+", allowed = "a path, seen from the plan's folder")
public record FileText(String value) {
  /** Refuses an empty text. */
  public FileText {
    if (value.isBlank()) {
      throw new IllegalArgumentException("an empty path");
    }
  }

  Path path(Path folder) {
    return folder.resolve(value);
  }
}
