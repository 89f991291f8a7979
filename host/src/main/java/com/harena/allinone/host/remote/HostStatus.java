package com.harena.allinone.host.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.BundleReference;
import com.harena.allinone.host.timing.Timing;
import com.harena.allinone.machine.ParameterNames;
import java.time.Duration;
import java.util.Optional;

/**
 * How a deployment is, seen from outside and, if it can be reached, from its instance.
 *
 * @param instance the instance that owns the data volume
 * @param bundle SHA-256 of the host bundle that is named to run; empty when none is
 * @param ready id of the instance that was the last to serve; empty when none has yet
 * @param opening when schedules stop and start it
 * @param inside what {@code instance status} printed; empty when it was not reached
 * @param unreached why it was not reached; empty when it was
 */
public record HostStatus(
    Instance instance,
    Optional<String> bundle,
    Optional<String> ready,
    Opening opening,
    Optional<JsonNode> inside,
    Optional<String> unreached) {
  /** A Java process on a machine with a fifth of two processors, twice over. */
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Looks at the deployment. */
  public static HostStatus of(
      Blueprint blueprint, OperatorCloud cloud, Timing timing, Journal journal) {
    RemoteWork work = new RemoteWork(blueprint, cloud, timing, journal);
    Instance instance = new OwnedInstance(blueprint, cloud).find();
    Opening opening = work.opening();
    ParameterNames names = new ParameterNames(blueprint.parameterPath());
    Optional<String> bundle =
        cloud.parameters().find(names.bundle()).map(it -> BundleReference.parse(it).sha256());
    Optional<String> ready = cloud.parameters().find(names.ready());
    if (instance.state() != InstanceState.RUNNING) {
      return new HostStatus(
          instance,
          bundle,
          ready,
          opening,
          Optional.empty(),
          Optional.of(opening.asleep(instance).getMessage()));
    }
    try {
      JsonNode inside = work.run(ShellLine.ofAllinone(LIMIT, "instance", "status", "--json"));
      return new HostStatus(
          instance, bundle, ready, opening, Optional.of(inside), Optional.empty());
    } catch (InstanceAsleep | RemoteFailure e) {
      return new HostStatus(
          instance, bundle, ready, opening, Optional.empty(), Optional.of(e.getMessage()));
    }
  }
}
