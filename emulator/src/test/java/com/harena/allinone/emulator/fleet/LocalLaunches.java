package com.harena.allinone.emulator.fleet;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;

import com.harena.allinone.emulator.machine.LocalWorld;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SpotInstanceRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Volume;

/** Instances, volumes and Spot requests for tests. */
final class LocalLaunches {
  private static final String IMAGE =
      "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64";

  private final LocalWorld world;
  private final Ec2Client ec2;

  LocalLaunches(LocalWorld world) {
    this.world = world;
    this.ec2 = world.ec2();
  }

  String running(boolean spot) {
    String id = launch(spot);
    eventually("running", () -> world.state(id).equals("running"));
    return id;
  }

  String launch(boolean spot) {
    return ec2.runInstances(
            call -> {
              call.imageId(IMAGE)
                  .minCount(1)
                  .maxCount(1)
                  .instanceType("t4g.small")
                  .placement(place -> place.availabilityZone("eu-west-1a"))
                  .blockDeviceMappings(
                      List.of(
                          software.amazon.awssdk.services.ec2.model.BlockDeviceMapping.builder()
                              .deviceName("/dev/xvda")
                              .ebs(
                                  disk ->
                                      disk.volumeSize(12)
                                          .volumeType("gp3")
                                          .deleteOnTermination(true))
                              .build()))
                  .tagSpecifications(
                      List.of(
                          specification(ResourceType.INSTANCE),
                          specification(ResourceType.SPOT_INSTANCES_REQUEST)));
              if (spot) {
                call.instanceMarketOptions(
                    market ->
                        market
                            .marketType("spot")
                            .spotOptions(
                                options ->
                                    options
                                        .spotInstanceType("persistent")
                                        .instanceInterruptionBehavior("stop")));
              }
            })
        .instances()
        .get(0)
        .instanceId();
  }

  TagSpecification specification(ResourceType type) {
    return TagSpecification.builder()
        .resourceType(type)
        .tags(Tag.builder().key("suffix").value("1a2b").build())
        .build();
  }

  String volume() {
    return ec2.createVolume(c -> c.availabilityZone("eu-west-1a").size(40).volumeType("gp3"))
        .volumeId();
  }

  String attachment(String volume) {
    Volume found = ec2.describeVolumes(c -> c.volumeIds(volume)).volumes().get(0);
    return found.attachments().isEmpty() ? "none" : found.attachments().get(0).stateAsString();
  }

  SpotInstanceRequest request(String instance) {
    return ec2.describeSpotInstanceRequests(c -> c.filters(filter("instance-id", instance)))
        .spotInstanceRequests()
        .get(0);
  }

  SpotInstanceRequest requestById(SpotInstanceRequest request) {
    return ec2.describeSpotInstanceRequests(
            c -> c.spotInstanceRequestIds(request.spotInstanceRequestId()))
        .spotInstanceRequests()
        .get(0);
  }

  List<Instance> launchedBy(SpotInstanceRequest request) {
    return ec2
        .describeInstances(
            c ->
                c.filters(
                    filter("spot-instance-request-id", request.spotInstanceRequestId()),
                    filter("instance-state-name", "pending", "running", "stopping", "stopped")))
        .reservations()
        .stream()
        .flatMap(reservation -> reservation.instances().stream())
        .toList();
  }

  Filter filter(String name, String... values) {
    return Filter.builder().name(name).values(values).build();
  }
}
