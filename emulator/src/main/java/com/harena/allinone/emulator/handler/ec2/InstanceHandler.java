package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.InstanceStateName;
import software.amazon.awssdk.services.ec2.model.ResourceType;

/**
 * {@code AWS::EC2::Instance} from a launch template; waits until the instance runs, and until it is
 * terminated. It never looks at the Spot request: like CloudFormation, it terminates the instance,
 * and a request that nobody cancelled launches another one.
 */
public final class InstanceHandler extends Ec2Handler {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(50);

  /** Speaks to this EC2. */
  public InstanceHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::Instance",
        ec2,
        "LaunchTemplate.LaunchTemplateId",
        "LaunchTemplate.Version",
        "SubnetId",
        "Tags");
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    String id =
        call(() ->
                ec2.runInstances(
                    call ->
                        call.minCount(1)
                            .maxCount(1)
                            .subnetId(required(properties, "SubnetId"))
                            .launchTemplate(
                                template ->
                                    template
                                        .launchTemplateId(
                                            required(
                                                properties.path("LaunchTemplate"),
                                                "LaunchTemplateId"))
                                        .version(
                                            required(properties.path("LaunchTemplate"), "Version")))
                            .tagSpecifications(
                                Ec2Tags.specification(request, ResourceType.INSTANCE))))
            .instances()
            .get(0)
            .instanceId();
    return finish(
        id,
        () ->
            await(id, Set.of(InstanceStateName.RUNNING))
                .map(InstanceHandler::physical)
                .orElseThrow(
                    () -> new ResourceFailure("EC2 does not know %s any more".formatted(id))));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    Instance instance = existing(physical.id()).orElseThrow();
    var tags = Ec2Tags.of(request);
    if (!tags.isEmpty()) {
      call(
          () ->
              ec2.createTags(
                  call ->
                      call.resources(physical.id())
                          .tags(
                              Ec2Tags.specification(request, ResourceType.INSTANCE)
                                  .get(0)
                                  .tags())));
    }
    return physical(instance);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    if (existing(physical.id()).isEmpty()) {
      return;
    }
    remove(() -> ec2.terminateInstances(call -> call.instanceIds(physical.id())));
    await(physical.id(), Set.of(InstanceStateName.TERMINATED));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .map(
            instance -> {
              ObjectNode properties = object().put("SubnetId", instance.subnetId());
              instance.tags().stream()
                  .filter(tag -> tag.key().equals("aws:ec2launchtemplate:id"))
                  .forEach(
                      tag ->
                          properties
                              .putObject("LaunchTemplate")
                              .put("LaunchTemplateId", tag.value()));
              instance.tags().stream()
                  .filter(tag -> tag.key().equals("aws:ec2launchtemplate:version"))
                  .forEach(
                      tag -> properties.withObject("/LaunchTemplate").put("Version", tag.value()));
              Ec2Tags.write(properties, instance.tags());
              return properties;
            });
  }

  private Optional<Instance> await(String id, Set<InstanceStateName> wanted) {
    Instant end = Instant.now().plus(LIMIT);
    while (true) {
      Optional<Instance> now = described(id);
      if (now.isEmpty() || wanted.contains(now.get().state().name())) {
        return now;
      }
      InstanceStateName state = now.get().state().name();
      if (state == InstanceStateName.TERMINATED || Instant.now().isAfter(end)) {
        throw new ResourceFailure(
            "Resource handler returned message: \"Exceeded attempts to wait\": %s is %s (HandlerErrorCode: NotStabilized)"
                .formatted(id, state));
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceFailure("interrupted while waiting for an instance", e);
    }
  }

  private Optional<Instance> existing(String id) {
    return described(id)
        .filter(instance -> instance.state().name() != InstanceStateName.TERMINATED);
  }

  private Optional<Instance> described(String id) {
    return find(() -> ec2.describeInstances(call -> call.instanceIds(id)).reservations()).stream()
        .flatMap(List::stream)
        .flatMap(reservation -> reservation.instances().stream())
        .findFirst();
  }

  private static Physical physical(Instance instance) {
    ObjectNode attributes =
        object()
            .put("InstanceId", instance.instanceId())
            .put("AvailabilityZone", instance.placement().availabilityZone())
            .put("PrivateIp", instance.privateIpAddress())
            .put("PrivateDnsName", instance.privateDnsName())
            .put("VpcId", instance.vpcId());
    Optional.ofNullable(instance.publicIpAddress())
        .ifPresent(address -> attributes.put("PublicIp", address));
    Optional.ofNullable(instance.publicDnsName())
        .ifPresent(name -> attributes.put("PublicDnsName", name));
    return Physical.of(instance.instanceId(), attributes);
  }
}
