package com.harena.allinone.emulator.cloudfront;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What CloudFront makes in the VPC of a VPC origin: one security group per VPC, which it never
 * removes, and an interface in the origin's subnet, which outlives the origin by a while.
 */
public final class VpcOriginNetwork implements AutoCloseable {
  /** The group's name, which CloudFront chose. */
  public static final String GROUP = "CloudFront-VPCOrigins-Service-SG";

  private static final String TAG = "aws.cloudfront.vpcorigin";
  private static final int SERVER_FAULT = 500;
  private static final Duration AGAIN = Duration.ofSeconds(1);

  private final Ec2Client ec2;
  private final Duration linger;
  private final Map<String, String> interfaces = new ConcurrentHashMap<>();
  private final ExecutorService later =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "vpc-origin-interfaces");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * The networks of one EC2.
   *
   * @param linger how long an interface outlives its origin
   */
  public VpcOriginNetwork(Ec2Client ec2, Duration linger) {
    this.ec2 = ec2;
    this.linger = linger;
  }

  /** Makes the group, where the VPC has none, and the interface of a new origin. */
  void enter(String origin, String arn) {
    String instanceId = arn.substring(arn.lastIndexOf('/') + 1);
    if (!arn.contains(":instance/")) {
      throw new IllegalArgumentException(
          "the origin's Arn is %s; this emulator knows instances only".formatted(arn));
    }
    Instance instance =
        ec2.describeInstances(call -> call.instanceIds(instanceId)).reservations().stream()
            .flatMap(reservation -> reservation.instances().stream())
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no instance " + instanceId));
    String group = group(instance.vpcId());
    String made =
        ec2.createNetworkInterface(
                call ->
                    call.subnetId(instance.subnetId())
                        .groups(group)
                        .description("CloudFront managed ENI for VPC origin " + origin))
            .networkInterface()
            .networkInterfaceId();
    interfaces.put(origin, made);
  }

  /** Removes the origin's interface after a while; the group stays. */
  void leave(String origin) {
    String left = interfaces.remove(origin);
    if (left != null) {
      remove(left, linger);
    }
  }

  /** CloudFront goes on until it is gone: a fault of EC2 leaves nothing behind for good. */
  private void remove(String left, Duration wait) {
    CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, later)
        .execute(
            () -> {
              try {
                ec2.deleteNetworkInterface(call -> call.networkInterfaceId(left));
              } catch (AwsServiceException e) {
                if (e.statusCode() >= SERVER_FAULT || e.isThrottlingException()) {
                  remove(left, AGAIN);
                }
              } catch (SdkClientException e) {
                remove(left, AGAIN);
              }
            });
  }

  private synchronized String group(String vpc) {
    List<SecurityGroup> groups =
        ec2.describeSecurityGroups(
                call -> call.filters(filter("vpc-id", vpc), filter("group-name", GROUP)))
            .securityGroups();
    if (!groups.isEmpty()) {
      return groups.get(0).groupId();
    }
    Tag tag = Tag.builder().key(TAG).value("enabled").build();
    TagSpecification tags =
        TagSpecification.builder().resourceType(ResourceType.SECURITY_GROUP).tags(tag).build();
    return ec2.createSecurityGroup(
            call ->
                call.vpcId(vpc)
                    .groupName(GROUP)
                    .description("CloudFront VPC origins")
                    .tagSpecifications(tags))
        .groupId();
  }

  private static Filter filter(String name, String value) {
    return Filter.builder().name(name).values(value).build();
  }

  @Override
  public void close() {
    later.shutdownNow();
  }
}
