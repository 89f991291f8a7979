package com.harena.allinone.constructs.gate;

import com.harena.allinone.machine.MachineIdentity;
import java.time.Duration;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.services.cloudformation.CfnWaitCondition;
import software.amazon.awscdk.services.cloudformation.CfnWaitConditionHandle;
import software.constructs.Construct;

/**
 * Holds the deployment until the host has signalled that its services are healthy, or fails it
 * after 20 minutes, which rolls back to the old instance: CloudFormation by itself is content with
 * an instance that runs.
 *
 * <p>The host finds the handle's address in the {@link OwnerParameter}, so the gate must be {@link
 * #openAfter made after} that. Both logical ids end in the identity's suffix: a wait condition
 * cannot be updated, and each instance has its own.
 */
public final class HealthGate extends Construct {
  /** How long the host has, from the owner parameter to its signal. */
  public static final Duration TIMEOUT = Duration.ofMinutes(20);

  private final CfnWaitConditionHandle handle;
  private final CfnWaitCondition gate;

  /**
   * Makes handle and condition.
   *
   * @param identity identity of the instance to wait for
   */
  public HealthGate(Construct scope, String id, MachineIdentity identity) {
    super(scope, id);
    handle = new CfnWaitConditionHandle(this, "Handle" + identity.suffix());
    gate =
        CfnWaitCondition.Builder.create(this, "Gate" + identity.suffix())
            .handle(handle.getRef())
            .count(1)
            .timeout(String.valueOf(TIMEOUT.toSeconds()))
            .build();
  }

  /** Starts the wait only once something is made. */
  public void openAfter(CfnResource resource) {
    gate.addResourceDependency(resource);
  }

  /** The handle, whose reference is the address to signal. */
  public CfnWaitConditionHandle handle() {
    return handle;
  }

  /** The condition: what needs a healthy instance depends on it. */
  public CfnWaitCondition gate() {
    return gate;
  }
}
