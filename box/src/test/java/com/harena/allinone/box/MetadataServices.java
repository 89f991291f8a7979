package com.harena.allinone.box;

import com.harena.allinone.emulator.fleet.Launched;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** The metadata service of each instance, found by its own address at the one that all have. */
final class MetadataServices implements AutoCloseable {
  /** How many routers an answer passes: to the instance, and to no container behind it. */
  private static final int HOPS = 1;

  private static final Duration LIFE = Duration.ofHours(6);

  private final Network network;
  private final Map<String, Metadata> services = new ConcurrentHashMap<>();

  MetadataServices(Network network) {
    this.network = network;
  }

  /** Serves what EC2 tells an instance. */
  void serve(Launched instance, Aws aws, String zone) {
    Metadata service =
        new Metadata(network.gateway())
            .userData(instance.launch().userData().orElse(""))
            .tell("instance-id", instance::id)
            .tell("local-ipv4", instance::address)
            .tell("placement/region", instance::region)
            .tell("placement/availability-zone", () -> zone)
            .tell("iam/security-credentials/", () -> "instance")
            .tell("iam/security-credentials/instance", () -> credentials(instance, aws));
    services.put(instance.id(), service);
    network.redirect(instance.address(), Metadata.ADDRESS, service.port());
    network.hops(service.port(), HOPS);
  }

  /** That of an instance that has run. */
  Metadata of(String instance) {
    return services.get(instance);
  }

  private static String credentials(Launched instance, Aws aws) {
    AwsSessionCredentials key = aws.credentials(instance.profile().orElseThrow(), instance.id());
    return """
    {"Code":"Success","Type":"AWS-HMAC","LastUpdated":"%s","AccessKeyId":"%s",
     "SecretAccessKey":"%s","Token":"%s","Expiration":"%s"}
    """
        .formatted(
            Instant.now(),
            key.accessKeyId(),
            key.secretAccessKey(),
            key.sessionToken(),
            Instant.now().plus(LIFE));
  }

  @Override
  public void close() {
    services.values().forEach(Metadata::close);
  }
}
