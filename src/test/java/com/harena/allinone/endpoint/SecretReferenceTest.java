package com.harena.allinone.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReferenceTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("SET", "of the variable", "EMPTY", "");

  @TempDir private Path folder;

  private final LocalSecrets secrets =
      new LocalSecrets(
          ENVIRONMENT::get, reference -> SecretValue.of("of the parameter " + reference.name()));

  private String secret(String reference) {
    return secrets.get(SecretReference.parse(reference)).reveal();
  }

  @ParameterizedTest
  @ValueSource(strings = {"env:NAME", "file:/run/secrets/a b", "ssm:/allinone/harena/secrets/X"})
  void isReadAndPrintedAlike(String text) {
    assertThat(SecretReference.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hunter2", "env:", "env: ", "ENV:NAME", "vault:hunter2"})
  void anythingElseIsRefusedWithoutRepeatingIt(String text) {
    assertThatThrownBy(() -> SecretReference.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("allowed: env:VARIABLE, file:PATH or ssm:/PARAMETER")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void leadsToAVariableAFileOrAParameter() throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "of the file\n with two lines\r\n");
    assertThat(secret("env:SET")).isEqualTo("of the variable");
    assertThat(secret("file:" + file)).isEqualTo("of the file\n with two lines");
    assertThat(secret("ssm:/a/b")).isEqualTo("of the parameter /a/b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"env:UNSET", "env:EMPTY"})
  void aVariableThatIsNotSetIsNamedWithWhatToDo(String reference) {
    String name = reference.substring(4);
    assertThatThrownBy(() -> secret(reference))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessage("secret %s is not set: export %s before you run the command", reference, name);
  }

  @Test
  void aFileThatHoldsNoSecretIsNamedWithWhatToDo() throws IOException {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> secret("file:" + missing))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessage(
            "secret file:%s cannot be read: no such file; write it, or name another", missing);
    assertThatThrownBy(() -> secret("file:" + folder))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessageContaining("file:" + folder);
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    assertThatThrownBy(() -> secret("file:" + empty))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessageContaining("is empty");
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 'x'});
    assertThatThrownBy(() -> secret("file:" + binary))
        .isInstanceOf(SecretUnavailable.class)
        .hasMessageContaining("is no text in " + StandardCharsets.UTF_8);
    assertThatThrownBy(() -> secret("file:a\0b")).isInstanceOf(SecretUnavailable.class);
  }
}
