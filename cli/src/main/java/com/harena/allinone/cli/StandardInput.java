package com.harena.allinone.cli;

import com.harena.allinone.host.secret.SecretForm;
import com.harena.allinone.host.secret.SecretRefused;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard input: a hidden prompt, twice, where it is a terminal; else all of it as UTF-8 without
 * the line break that ends it.
 */
final class StandardInput implements SecretInput {
  private static final int LONGEST_LINE_BREAK = 2;

  /** Asks on a terminal without showing what is typed; null when the input ended. */
  interface Prompt {
    char[] ask(String question);
  }

  /** Finds the prompt; empty where standard input is no terminal. */
  interface Terminal {
    Optional<Prompt> find() throws IOException;
  }

  private final InputStream stream;
  private final Terminal terminal;

  StandardInput(InputStream stream, Terminal terminal) {
    this.stream = stream;
    this.terminal = terminal;
  }

  static StandardInput ofThisProcess() {
    return new StandardInput(System.in, StandardInput::terminalOfThisProcess);
  }

  @Override
  public SecretValue read(String name) throws IOException {
    Optional<Prompt> prompt = terminal.find();
    return prompt.isPresent() ? asked(prompt.get(), name) : piped(name);
  }

  private static SecretValue asked(Prompt prompt, String name) {
    char[] first = prompt.ask("value of %s (not shown): ".formatted(name));
    char[] second = first == null ? null : prompt.ask("the same again: ");
    if (second == null) {
      throw new SecretRefused("no value of %s was entered; nothing was written".formatted(name));
    }
    SecretValue value = SecretValue.of(new String(first));
    if (!value.equals(SecretValue.of(new String(second)))) {
      throw new SecretRefused(
          "the two entries of %s differ: run it again; nothing was written".formatted(name));
    }
    return value;
  }

  /** Reads one byte more than can be right, however much there is. */
  private SecretValue piped(String name) throws IOException {
    byte[] bytes = stream.readNBytes(SecretForm.LIMIT_BYTES + LONGEST_LINE_BREAK + 1);
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\n') {
      length--;
      if (length > 0 && bytes[length - 1] == '\r') {
        length--;
      }
    }
    try {
      return SecretValue.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length)).toString());
    } catch (CharacterCodingException e) {
      throw new SecretRefused(
          bytes.length > SecretForm.LIMIT_BYTES
              ? "the value of %s has more than %d bytes: give a shorter one; nothing was written"
                  .formatted(name, SecretForm.LIMIT_BYTES)
              : "the value of %s is not UTF-8 text: give text; nothing was written"
                  .formatted(name));
    }
  }

  /**
   * Java asks without showing only where the output is a terminal as well, so both are looked at.
   */
  private static Optional<Prompt> terminalOfThisProcess() throws IOException {
    if (!isTerminal(0)) {
      return Optional.empty();
    }
    if (!isTerminal(1)) {
      throw new SecretRefused(
          "the value would be shown as it is typed, because the output is no terminal: pipe the value in, or do not redirect the output");
    }
    return Optional.of(question -> System.console().readPassword("%s", question));
  }

  private static boolean isTerminal(int descriptor) throws IOException {
    Process test = new ProcessBuilder("test", "-t", "" + descriptor).inheritIO().start();
    try {
      return test.waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while looking at standard input", e);
    }
  }
}
