package com.harena.allinone.endpoint;

import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** Secrets of environment variables and files; Parameter Store is another source. */
public final class LocalSecrets implements SecretSource {
  private final UnaryOperator<String> environment;
  private final SecretSource parameterStore;

  /**
   * Secrets of this machine.
   *
   * @param environment looks up a variable, null when it is not set
   * @param parameterStore asked for {@code ssm:} references
   */
  public LocalSecrets(UnaryOperator<String> environment, SecretSource parameterStore) {
    this.environment = environment;
    this.parameterStore = parameterStore;
  }

  @Override
  public SecretValue get(SecretReference reference) {
    return switch (reference.place()) {
      case ENV -> variable(reference);
      case FILE -> file(reference);
      case SSM -> parameterStore.get(reference);
    };
  }

  private SecretValue variable(SecretReference reference) {
    String value = environment.apply(reference.name());
    if (value == null || value.isEmpty()) {
      throw new SecretUnavailable(
          reference, "is not set: export " + reference.name() + " before you run the command");
    }
    return SecretValue.of(value);
  }

  private static SecretValue file(SecretReference reference) {
    try {
      String text = Files.readString(Path.of(reference.name()), StandardCharsets.UTF_8);
      String secret = text.replaceFirst("\\r?\\n\\z", "");
      if (secret.isEmpty()) {
        throw new SecretUnavailable(reference, "is empty: write the secret into the file");
      }
      return SecretValue.of(secret);
    } catch (NoSuchFileException e) {
      throw new SecretUnavailable(
          reference, "cannot be read: no such file; write it, or name another");
    } catch (AccessDeniedException e) {
      throw new SecretUnavailable(reference, "may not be read: let this user read the file");
    } catch (CharacterCodingException e) {
      throw new SecretUnavailable(reference, "is no text in UTF-8: write it anew");
    } catch (IOException | InvalidPathException e) {
      throw new SecretUnavailable(
          reference, "cannot be read: %s; name another file".formatted(e.getMessage()));
    }
  }
}
