package com.harena.allinone.emulator.machine;

import com.harena.allinone.emulator.association.ManagedInstances;
import com.harena.allinone.emulator.association.ShellResult;
import com.harena.allinone.emulator.fleet.LocalEc2;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The machines whose agent may speak with Systems Manager. */
final class ManagedMachines implements ManagedInstances {
  private final Machines machines;
  private final LocalEc2 ec2;
  private final AgentAccess access;
  private final Set<String> managed = ConcurrentHashMap.newKeySet();

  ManagedMachines(Machines machines, LocalEc2 ec2, AgentAccess access) {
    this.machines = machines;
    this.ec2 = ec2;
    this.access = access;
  }

  /** An instance's agent has started: passes it on unless its role may not report. */
  void reported(String instance, Consumer<String> listener) {
    access
        .refusal(instance)
        .ifPresentOrElse(
            words -> {
              managed.remove(instance);
              machines.say(instance, "amazon-ssm-agent: " + words);
            },
            () -> {
              managed.add(instance);
              listener.accept(instance);
            });
  }

  @Override
  public List<String> online() {
    return machines.online().stream().filter(managed::contains).toList();
  }

  @Override
  public Map<String, String> tags(String instance) {
    return ec2.tags(instance);
  }

  @Override
  public ShellResult run(String instance, String script) {
    return machines.run(instance, script);
  }
}
