package com.harena.allinone.emulator.machine;

import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.cloud.Volume;
import com.harena.allinone.host.cloud.Volumes;
import com.harena.allinone.secret.SecretValue;
import java.util.Optional;
import java.util.function.Supplier;

/** The ports of AWS, which make no call once the power is cut. */
final class GuardedCloud {
  private final HostPorts.OfCloud cloud;
  private final Power power;

  GuardedCloud(HostPorts.OfCloud cloud, Power power) {
    this.cloud = cloud;
    this.power = power;
  }

  HostPorts.OfCloud ports() {
    return new HostPorts.OfCloud(
        new GuardedInstances(),
        new GuardedVolumes(),
        new GuardedParameters(),
        (bucket, key, file) -> guarded(() -> cloud.releases().fetch(bucket, key, file)));
  }

  private <T> T guarded(Supplier<T> call) {
    power.check();
    T answer = call.get();
    power.check();
    return answer;
  }

  private final class GuardedInstances implements Instances {
    @Override
    public Optional<Instance> find(String id) {
      return guarded(() -> cloud.instances().find(id));
    }

    @Override
    public void stop(String id) {
      power.check();
      cloud.instances().stop(id);
    }
  }

  private final class GuardedVolumes implements Volumes {
    @Override
    public Optional<Volume> find(String id) {
      return guarded(() -> cloud.volumes().find(id));
    }

    @Override
    public void attach(String volume, String instance) {
      power.check();
      cloud.volumes().attach(volume, instance);
    }

    @Override
    public void detach(String volume, String instance) {
      power.check();
      cloud.volumes().detach(volume, instance);
    }
  }

  private final class GuardedParameters implements Parameters {
    @Override
    public Optional<String> find(String name) {
      return guarded(() -> cloud.parameters().find(name));
    }

    @Override
    public void put(String name, String value) {
      power.check();
      cloud.parameters().put(name, value);
    }

    @Override
    public Optional<SecretValue> findSecret(String name) {
      return guarded(() -> cloud.parameters().findSecret(name));
    }

    @Override
    public boolean putSecretIfAbsent(String name, SecretValue value) {
      return guarded(() -> cloud.parameters().putSecretIfAbsent(name, value));
    }
  }
}
