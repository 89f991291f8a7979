package com.harena.allinone.cli;

import com.harena.allinone.host.NotAnInstance;
import com.harena.allinone.host.backend.ReleaseFailed;
import com.harena.allinone.host.instance.RotationFailed;
import com.harena.allinone.host.remote.HoldRefused;
import com.harena.allinone.host.remote.InstanceAsleep;
import com.harena.allinone.host.remote.NotDeployed;
import com.harena.allinone.host.remote.RemoteFailure;
import java.util.Arrays;
import java.util.Optional;

/** What work on the instance from elsewhere ends with. */
final class RemoteFaults {
  private static final int FIRST_THAT_EXPLAINS = 20;

  private RemoteFaults() {}

  static Optional<ExitCode> exitCode(Throwable failure) {
    if (failure instanceof NotAnInstance) {
      return Optional.of(ExitCode.NOT_AN_INSTANCE);
    } else if (failure instanceof InstanceAsleep) {
      return Optional.of(ExitCode.INSTANCE_ASLEEP);
    } else if (failure instanceof RemoteFailure remote) {
      return Optional.of(
          remote.exitCode().stream()
              .boxed()
              .findFirst()
              .flatMap(RemoteFaults::own)
              .orElse(ExitCode.REMOTE_FAILED));
    } else if (failure instanceof RotationFailed) {
      return Optional.of(ExitCode.REMOTE_FAILED);
    } else if (failure instanceof ReleaseFailed release) {
      return Optional.of(
          switch (release.fault()) {
            case UNAVAILABLE -> ExitCode.IMAGE_UNAVAILABLE;
            case UNHEALTHY -> ExitCode.RELEASE_UNHEALTHY;
            case REFUSED -> ExitCode.RELEASE_REFUSED;
            case DOWN -> ExitCode.BACKEND_DOWN;
          });
    } else if (failure instanceof HoldRefused) {
      return Optional.of(ExitCode.HOLD_REFUSED);
    } else if (failure instanceof NotDeployed) {
      return Optional.of(ExitCode.NOT_DEPLOYED);
    }
    return Optional.empty();
  }

  /** A code of ours that says why; small ones and those of shells may be another program's. */
  private static Optional<ExitCode> own(int code) {
    return Arrays.stream(ExitCode.values())
        .filter(each -> each.code() == code)
        .filter(each -> code >= FIRST_THAT_EXPLAINS && code != ExitCode.UNEXPECTED.code())
        .findFirst();
  }
}
