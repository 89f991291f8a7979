package com.harena.allinone.host.backend;

import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.secret.SecretValue;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The last lines that a container wrote, in which the secrets that it was given are masked. */
final class LastWords {
  private static final String LINES = "20";
  private static final int LINE_LIMIT = 300;
  private static final String HEAD = "; its last lines:";
  private static final String MASK = "****";

  private final Commands commands;
  private final List<SecretValue> secrets;

  /** Masks these. */
  LastWords(Commands commands, List<SecretValue> secrets) {
    this.commands = commands;
    this.secrets = List.copyOf(secrets);
  }

  /** The lines, each after a line break; what to do instead when there are none. */
  String of(String container) {
    CommandResult result =
        commands.attempt(Command.of("docker", "logs", "--tail", LINES, container));
    String text =
        Stream.of(result.output(), result.errors())
            .flatMap(String::lines)
            .filter(line -> !line.isBlank())
            .map(this::masked)
            .map(line -> line.substring(0, Math.min(LINE_LIMIT, line.length())))
            .map(line -> "\n  " + line)
            .collect(Collectors.joining());
    return result.succeeded() && !text.isEmpty()
        ? HEAD + text
        : "; it wrote nothing; see 'allinone host logs backend'";
  }

  /** The message in one line, without them. */
  static String without(String message) {
    return message.lines().findFirst().orElse("").replace(HEAD, "");
  }

  private String masked(String line) {
    String masked = line;
    for (SecretValue secret : secrets) {
      if (!secret.isEmpty()) {
        String text = secret.reveal();
        masked =
            masked
                .replace(text, MASK)
                .replace(URLEncoder.encode(text, StandardCharsets.UTF_8), MASK);
      }
    }
    return masked;
  }
}
