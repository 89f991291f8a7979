package com.harena.allinone.cli.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The steps of a deployment to a local AWS, as they end. */
public final class LocalSteps {
  private record Step(String name, Duration took, String message) {}

  private final List<Step> steps = new ArrayList<>();

  /** A step has ended well; its line. */
  public String ended(String name, Duration took, String message) {
    steps.add(new Step(name, took, message));
    return line(name, took, message);
  }

  /** The sum. */
  public String total() {
    Duration all = steps.stream().map(Step::took).reduce(Duration.ZERO, Duration::plus);
    return line("total", all, "deployed to a local AWS; nothing of it is on AWS");
  }

  /** The same for programs. */
  public ObjectNode json(LocalResources resources) {
    ObjectNode json = Json.object();
    ArrayNode list = json.putArray("steps");
    steps.forEach(
        step ->
            list.addObject()
                .put("step", step.name())
                .put("seconds", step.took().toMillis() / 1000.0)
                .put("message", step.message()));
    json.set("resources", resources.resources());
    return json;
  }

  private static String line(String name, Duration took, String message) {
    return String.format(
        Locale.ROOT, "%-9s %5.1f s  %s%n", name, took.toMillis() / 1000.0, message);
  }
}
