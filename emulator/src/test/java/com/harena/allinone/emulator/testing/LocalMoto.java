package com.harena.allinone.emulator.testing;

import com.harena.allinone.emulator.LocalFailure;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.moto.PythonEnvironment;
import java.nio.file.Path;

/** moto for tests, from an environment that is made once for the checkout. */
public final class LocalMoto {
  private LocalMoto() {}

  /** The environment; without Python the test is skipped, or fails where it is required. */
  public static PythonEnvironment environment() {
    Path folder = Path.of(System.getProperty("allinone.checkout"), ".allinone", "local", "python");
    try {
      return PythonEnvironment.in(folder, System.err::println);
    } catch (LocalFailure e) {
      OptionalPart.need("python", false, e.getMessage());
      throw e;
    }
  }

  /** A process of its own in a folder. */
  public static MotoProcess start(Path folder) {
    return MotoProcess.start(environment(), folder);
  }
}
