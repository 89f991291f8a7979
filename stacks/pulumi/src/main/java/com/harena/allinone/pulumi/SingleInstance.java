package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;

/** Everything one deployment is made of, in the order of the CDK's stack. */
final class SingleInstance {
  private SingleInstance() {}

  /** Registers every resource with the engine that runs the program. */
  static void compose(Blueprint blueprint, HostBundle bundle) {
    Stage stage = new Stage(blueprint);
    new Network(stage);
  }
}
