package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Fault;
import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.template.CheckedBlueprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * Everything that can fail before the engine is asked for anything, done.
 *
 * @param checked the blueprint
 * @param bundle what its instance runs
 * @param settings what was asked for
 */
record Prepared(CheckedBlueprint checked, HostBundle bundle, StackSettings settings) {
  private static final int USAGE = 2;
  private static final int BLUEPRINT_FAULTY = 3;
  private static final int FILE_UNREADABLE = 4;
  private static final int DEPLOY_REFUSED = 5;

  /**
   * Reads configuration, blueprint and jar.
   *
   * @param environment the program's environment
   * @throws Refusal with the message and the exit code of whatever is wrong
   */
  static Prepared of(Map<String, String> environment) throws Refusal {
    StackSettings settings = settings(environment);
    try {
      CheckedBlueprint checked = CheckedBlueprint.read(settings.blueprint());
      if (!settings.preview() && !checked.placeholders().isEmpty()) {
        throw new Refusal(DEPLOY_REFUSED, placeholders(checked.placeholders()));
      }
      return new Prepared(checked, HostBundle.of(checked.blueprint(), settings.jar()), settings);
    } catch (FaultyBlueprintException e) {
      throw new Refusal(BLUEPRINT_FAULTY, e.getMessage());
    } catch (IOException | UncheckedIOException e) {
      throw new Refusal(FILE_UNREADABLE, "allinone: " + e.getMessage());
    }
  }

  private static StackSettings settings(Map<String, String> environment) throws Refusal {
    try {
      return StackSettings.of(environment);
    } catch (IllegalArgumentException e) {
      throw new Refusal(USAGE, "allinone: " + e.getMessage());
    }
  }

  private static String placeholders(List<Fault> faults) {
    StringBuilder message = new StringBuilder();
    faults.forEach(fault -> message.append(fault).append('\n'));
    return message
        .append("allinone: nothing was deployed: the blueprint still holds placeholders")
        .toString();
  }

  /** What a preview warns of: an update would be refused for it. */
  List<String> warnings() {
    return checked.placeholders().stream()
        .map(fault -> fault + "; pulumi up is refused until it is replaced")
        .toList();
  }

  /** Why the program ends before it begins. */
  static final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Refusal(int exitCode, String message) {
      super(message);
      this.exitCode = exitCode;
    }

    int exitCode() {
      return exitCode;
    }
  }
}
