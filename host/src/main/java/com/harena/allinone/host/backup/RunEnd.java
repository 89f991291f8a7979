package com.harena.allinone.host.backup;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a unit's main process ended, as systemd tells the command of {@code ExecStopPost}.
 *
 * @param result systemd's word: {@code success}, {@code exit-code}, {@code signal}, {@code timeout}
 * @param status exit code, or name of the signal
 */
public record RunEnd(String result, String status) {
  /** What a container ends with that the kernel killed. */
  private static final String KILLED = "137";

  /**
   * Reads {@code SERVICE_RESULT} and {@code EXIT_STATUS}.
   *
   * @param environment looks up a variable, null when it is not set
   * @throws IllegalArgumentException if systemd did not start this process
   */
  public static RunEnd of(UnaryOperator<String> environment) {
    String result = environment.apply("SERVICE_RESULT");
    if (result == null) {
      throw new IllegalArgumentException(
          "the variable SERVICE_RESULT is not set: systemd runs this after a backup; give allinone instance backup");
    }
    return new RunEnd(result, Optional.ofNullable(environment.apply("EXIT_STATUS")).orElse(""));
  }

  /** What went wrong; empty when nothing did. */
  Optional<BackupFailed> failure(Job job) {
    if (result.equals("success")) {
      return Optional.empty();
    }
    BackupFault fault = fault();
    return Optional.of(
        new BackupFailed(
            fault,
            "%s failed: %s (%s %s); details: journalctl --unit allinone-%s"
                .formatted(job.word(), meaning(fault), result, status, job.word())));
  }

  private BackupFault fault() {
    return status.matches("\\d{1,3}")
        ? BackupFault.ofExitCode(Integer.parseInt(status)).orElse(BackupFault.ENDED)
        : BackupFault.ENDED;
  }

  private String meaning(BackupFault fault) {
    return status.equals(KILLED) && fault == BackupFault.ENDED
        ? "its container was killed, for want of memory unless somebody did it"
        : fault.meaning();
  }
}
