package com.harena.allinone.emulator.cloudfront;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.CreateNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceRequest;
import software.amazon.awssdk.services.ec2.model.DeleteNetworkInterfaceResponse;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInstancesResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.ec2.model.Reservation;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;

class VpcOriginNetworkTest {
  private static final String INSTANCE = "arn:aws:ec2:eu-west-1:1:instance/i-1";

  /** Knows one instance; answers removals with these statuses, then as it should. */
  private static final class Ec2 implements Ec2Client {
    private final Deque<Integer> faults = new ConcurrentLinkedDeque<>();
    private final LinkedBlockingQueue<Integer> answers = new LinkedBlockingQueue<>();

    @Override
    public DescribeInstancesResponse describeInstances(DescribeInstancesRequest request) {
      return DescribeInstancesResponse.builder()
          .reservations(
              Reservation.builder()
                  .instances(Instance.builder().vpcId("vpc-1").subnetId("subnet-1").build())
                  .build())
          .build();
    }

    @Override
    public DescribeSecurityGroupsResponse describeSecurityGroups(
        DescribeSecurityGroupsRequest request) {
      return DescribeSecurityGroupsResponse.builder()
          .securityGroups(SecurityGroup.builder().groupId("sg-1").build())
          .build();
    }

    @Override
    public CreateNetworkInterfaceResponse createNetworkInterface(
        CreateNetworkInterfaceRequest request) {
      return CreateNetworkInterfaceResponse.builder()
          .networkInterface(made -> made.networkInterfaceId("eni-1"))
          .build();
    }

    @Override
    public DeleteNetworkInterfaceResponse deleteNetworkInterface(
        DeleteNetworkInterfaceRequest request) {
      assertThat(request.networkInterfaceId()).isEqualTo("eni-1");
      int status = faults.isEmpty() ? 200 : faults.poll();
      answers.add(status);
      if (status != 200) {
        throw Ec2Exception.builder().statusCode(status).message("chaos").build();
      }
      return DeleteNetworkInterfaceResponse.builder().build();
    }

    int answer() throws InterruptedException {
      Integer status = answers.poll(60, TimeUnit.SECONDS);
      assertThat(status).as("another removal within a minute").isNotNull();
      return status;
    }

    @Override
    public String serviceName() {
      return "ec2";
    }

    @Override
    public void close() {
      // Holds nothing.
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503, 429})
  void removesTheInterfaceAgainUntilItIsGone(int fault) throws InterruptedException {
    Ec2 ec2 = new Ec2();
    ec2.faults.add(fault);
    ec2.faults.add(fault);
    try (VpcOriginNetwork network = new VpcOriginNetwork(ec2, Duration.ofMillis(1))) {
      network.enter("origin", INSTANCE);
      network.leave("origin");
      assertThat(ec2.answer()).isEqualTo(fault);
      assertThat(ec2.answer()).isEqualTo(fault);
      assertThat(ec2.answer()).isEqualTo(200);
    }
  }

  @Test
  void takesARefusalForTheEnd() throws InterruptedException {
    Ec2 ec2 = new Ec2();
    ec2.faults.add(400);
    try (VpcOriginNetwork network = new VpcOriginNetwork(ec2, Duration.ofMillis(1))) {
      network.enter("origin", INSTANCE);
      network.leave("origin");
      assertThat(ec2.answer()).isEqualTo(400);
      assertThat(ec2.answers.poll(2, TimeUnit.SECONDS)).isNull();
    }
  }
}
