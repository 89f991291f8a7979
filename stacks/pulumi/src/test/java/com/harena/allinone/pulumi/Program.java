package com.harena.allinone.pulumi;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.bundle.HostBundle;
import com.harena.allinone.pulumi.testing.Recording;

/** The whole program, for tests in other packages. */
public final class Program {
  private Program() {}

  /** What it registers for a blueprint. */
  public static Recording recorded(Blueprint blueprint, HostBundle bundle) {
    return Recording.of(context -> SingleInstance.compose(blueprint, bundle).tell(context));
  }
}
