package com.harena.allinone.box;

import com.harena.allinone.emulator.association.ManagedInstances;
import com.harena.allinone.emulator.association.ShellResult;
import com.harena.allinone.emulator.fleet.LocalEc2;
import com.harena.allinone.host.command.CommandResult;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Systems Manager's agents in the boxes: what Run Command sends is run by the box's own shell. */
final class Agents implements ManagedInstances {
  /** Run Command itself ends what takes too long. */
  private static final Duration LIMIT = Duration.ofHours(1);

  private final Boxes boxes;
  private final LocalEc2 ec2;

  Agents(Boxes boxes, LocalEc2 ec2) {
    this.boxes = boxes;
    this.ec2 = ec2;
  }

  @Override
  public List<String> online() {
    return boxes.on();
  }

  @Override
  public Map<String, String> tags(String instance) {
    return ec2.tags(instance);
  }

  @Override
  public ShellResult run(String instance, String script) {
    Box box =
        boxes
            .find(instance)
            .filter(Box::isOn)
            .orElseThrow(() -> new IllegalStateException(instance + " is off"));
    CommandResult result = box.execute(LIMIT, "sh", "-c", script);
    return new ShellResult(result.exitCode(), result.output(), result.errors());
  }
}
