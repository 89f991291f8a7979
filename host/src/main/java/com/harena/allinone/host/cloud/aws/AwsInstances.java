package com.harena.allinone.host.cloud.aws;

import com.harena.allinone.host.cloud.Instance;
import com.harena.allinone.host.cloud.InstanceState;
import com.harena.allinone.host.cloud.Instances;
import com.harena.allinone.host.remote.Starts;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Instances through EC2. */
public final class AwsInstances implements Instances, Starts {
  private static final String DEPLOYMENT_TAG = "allinone:deployment";

  private final Ec2Client ec2;

  /** Uses the client. */
  public AwsInstances(Ec2Client ec2) {
    this.ec2 = ec2;
  }

  @Override
  public Optional<Instance> find(String id) {
    return Call.find(
            "describe instance " + id,
            Set.of("InvalidInstanceID.NotFound"),
            () -> ec2.describeInstances(request -> request.instanceIds(id)))
        .flatMap(
            response ->
                response.reservations().stream()
                    .flatMap(reservation -> reservation.instances().stream())
                    .findFirst())
        .map(AwsInstances::instance);
  }

  @Override
  public void stop(String id) {
    Call.make("stop instance " + id, () -> ec2.stopInstances(request -> request.instanceIds(id)));
  }

  @Override
  public void start(String id) {
    Call.make("start instance " + id, () -> ec2.startInstances(request -> request.instanceIds(id)));
  }

  private static Instance instance(software.amazon.awssdk.services.ec2.model.Instance from) {
    String state = from.state().nameAsString().toUpperCase(Locale.ROOT).replace('-', '_');
    return new Instance(
        from.instanceId(),
        InstanceState.valueOf(state),
        from.placement().availabilityZone(),
        from.tags().stream()
            .filter(tag -> tag.key().equals(DEPLOYMENT_TAG))
            .map(Tag::value)
            .findFirst());
  }
}
