package com.harena.allinone.host.command;

import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run of a program. A secret travels on standard input, never among the words, which every
 * process of the machine can read.
 *
 * @param words program and arguments
 * @param environment variables added to this process's own
 * @param input what the program reads on standard input
 * @param limit when the program is ended
 */
public record Command(
    List<String> words,
    Map<String, String> environment,
    Optional<SecretValue> input,
    Duration limit) {
  private static final Duration DEFAULT_LIMIT = Duration.ofMinutes(2);

  /** Copies the collections and refuses an empty command. */
  public Command {
    words = List.copyOf(words);
    environment = Map.copyOf(environment);
    if (words.isEmpty()) {
      throw new IllegalArgumentException("command has no words: name the program to run");
    }
    if (limit.isNegative() || limit.isZero()) {
      throw new IllegalArgumentException("limit is " + limit + ": give a positive duration");
    }
  }

  /** A command that may run for two minutes and reads nothing. */
  public static Command of(String... words) {
    return new Command(List.of(words), Map.of(), Optional.empty(), DEFAULT_LIMIT);
  }

  /** A command that may run for two minutes and reads nothing. */
  public static Command of(List<String> words) {
    return new Command(words, Map.of(), Optional.empty(), DEFAULT_LIMIT);
  }

  /** The same, ended after another time. */
  public Command within(Duration time) {
    return new Command(words, environment, input, time);
  }

  /** The same with one more environment variable. */
  public Command with(String name, String value) {
    Map<String, String> more = new TreeMap<>(environment);
    more.put(name, value);
    return new Command(words, more, input, limit);
  }

  /**
   * The same, reading the text. What such a command prints is left out of messages, since it may
   * repeat what it read.
   */
  public Command reading(SecretValue text) {
    return new Command(words, environment, Optional.of(text), limit);
  }

  /** The words as one line. */
  public String line() {
    return String.join(" ", words);
  }
}
