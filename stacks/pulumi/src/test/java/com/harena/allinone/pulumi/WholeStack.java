package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The whole program's resources, found by the paths of the CDK's constructs. */
final class WholeStack {
  private static final Map<Blueprint, WholeStack> RECORDED = new ConcurrentHashMap<>();

  private final Recording recording;
  private final String suffix;
  private final HostBundle bundle;

  private WholeStack(Blueprint blueprint) {
    bundle = bundle(blueprint);
    suffix = MachineIdentity.of(blueprint, UserData.of(blueprint).text()).suffix();
    recording = Recording.of(context -> SingleInstance.compose(blueprint, bundle));
  }

  /** The stack of a blueprint, recorded once. */
  static WholeStack of(Blueprint blueprint) {
    return RECORDED.computeIfAbsent(blueprint, WholeStack::new);
  }

  /** The stack of the sample blueprint. */
  static WholeStack sample() {
    return of(Sample.blueprint());
  }

  /** The stack of the sample blueprint whose instance is bought on demand. */
  static WholeStack onDemand() {
    return of(Sample.blueprint("purchase: spot", "purchase: on-demand"));
  }

  /** A bundle; its command line is any file. */
  private static HostBundle bundle(Blueprint blueprint) {
    return HostBundle.of(
        blueprint, Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml"));
  }

  Recording recording() {
    return recording;
  }

  String suffix() {
    return suffix;
  }

  HostBundle bundle() {
    return bundle;
  }

  Registered at(String... path) {
    return recording.resource(LogicalId.of(path));
  }

  boolean has(String... path) {
    String name = LogicalId.of(path);
    return recording.all().stream().anyMatch(resource -> resource.name().equals(name));
  }
}
