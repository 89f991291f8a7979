package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.rehearsal.RehearsalResult;
import com.harena.allinone.rehearsal.RehearsedStep;
import java.util.Locale;

/** What a rehearsal prints. */
public final class RehearsalText {
  private RehearsalText() {}

  /** A step that has ended: how, how long it took, and what it says. */
  public static String of(RehearsedStep step) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%-9s %-8s %5.1f s  %s%n",
            step.name(),
            step.result().outcome().word(),
            seconds(step),
            step.result().message()));
    step.result().lines().stream()
        .filter(line -> !line.startsWith("ok "))
        // That file goes with the rehearsal; the report holds the same.
        .filter(line -> !line.startsWith("all of it: "))
        .forEach(line -> text.append("    ").append(line).append('\n'));
    return text.toString();
  }

  /** What it came to. */
  public static String end(RehearsalResult result) {
    StringBuilder text = new StringBuilder();
    result.kept().ifPresent(folder -> text.append("kept: ").append(folder).append('\n'));
    text.append("report: ").append(result.report()).append('\n');
    return text.append(
            result
                .failure()
                .map(it -> "the rehearsal failed at %s\n".formatted(it.name()))
                .orElse("the rehearsal succeeded\n"))
        .toString();
  }

  /** The same for programs. */
  public static ObjectNode json(RehearsalResult result) {
    ObjectNode json =
        Json.object()
            .put("succeeded", result.failure().isEmpty())
            .put("report", result.report().toString())
            .put("json", result.json().toString())
            .put("kept", result.kept().map(Object::toString).orElse(null));
    ArrayNode steps = json.putArray("steps");
    for (RehearsedStep step : result.steps()) {
      steps
          .addObject()
          .put("step", step.name())
          .put("outcome", step.result().outcome().word())
          .put("wanted", step.wanted().word())
          .put("seconds", Math.round(seconds(step) * 1000) / 1000.0)
          .put("message", step.result().message());
    }
    return json;
  }

  private static double seconds(RehearsedStep step) {
    return step.took().toMillis() / 1000.0;
  }
}
