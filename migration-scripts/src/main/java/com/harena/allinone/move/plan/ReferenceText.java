package com.harena.allinone.move.plan;

import com.harena.allinone.blueprint.Text;
import com.harena.allinone.endpoint.SecretReference;
import java.nio.file.Path;

/**
 * A reference to a secret as a plan writes it; a file's path begins at the plan's folder.
 *
 * @param value the text as written
 */
@Text(
    pattern = "env:[A-Za-z_][A-Za-z0-9_]*|file:.+|ssm:/.+",
    allowed = SecretReference.ALLOWED + "; never the secret itself")
public record ReferenceText(String value) {
  /** Refuses a text of another form. */
  public ReferenceText {
    if (!value.matches(ReferenceText.class.getAnnotation(Text.class).pattern())) {
      throw new IllegalArgumentException("allowed: " + SecretReference.ALLOWED);
    }
  }

  SecretReference reference(Path folder) {
    SecretReference reference = SecretReference.parse(value);
    return reference.place() == SecretReference.Place.FILE
        ? new SecretReference(reference.place(), folder.resolve(reference.name()).toString())
        : reference;
  }
}
