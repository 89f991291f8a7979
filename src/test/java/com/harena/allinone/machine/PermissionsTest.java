package com.harena.allinone.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PermissionsTest {
  private static final Place PLACE = new Place("aws", "eu-west-1", "111122223333");
  private static final String DEPLOYMENT = "harena-production";

  /**
   * Actions for which the AWS service authorization reference names no resource type, as cfn-lint's
   * extract of it has them (1.51, {@code Policies.json}).
   */
  private static final Set<String> WITHOUT_RESOURCE =
      Set.of(
          "cloudwatch:PutMetricData",
          "ec2:DescribeInstances",
          "ec2:DescribeNetworkInterfaces",
          "ec2:DescribeSecurityGroups",
          "ec2:DescribeSpotInstanceRequests",
          "ec2:DescribeVolumes",
          "ec2messages:AcknowledgeMessage",
          "ec2messages:DeleteMessage",
          "ec2messages:FailMessage",
          "ec2messages:GetEndpoint",
          "ec2messages:GetMessages",
          "ec2messages:SendReply",
          "ssm:ListAssociations",
          "ssmmessages:CreateControlChannel",
          "ssmmessages:CreateDataChannel",
          "ssmmessages:OpenControlChannel",
          "ssmmessages:OpenDataChannel");

  private final List<Permission> instance =
      InstancePermissions.builder()
          .place(PLACE)
          .deployment(DEPLOYMENT)
          .parameters(new ParameterNames("/allinone/" + DEPLOYMENT))
          .vpcId("vpc-1")
          .volumeId("vol-0123456789abcdef0")
          .bucketArn("arn:aws:s3:::backups")
          .build()
          .statements();

  private final CleanUpPermissions cleanUp = new CleanUpPermissions(PLACE, DEPLOYMENT);

  private Permission named(String sid) {
    return instance.stream().filter(p -> p.sid().equals(sid)).findFirst().orElseThrow();
  }

  @Test
  void anythingIsNamedOnlyWhereAwsKnowsNoResource() {
    Stream.of(
            instance,
            cleanUp.spotCancellation(),
            cleanUp.spotSweeper("arn:profile"),
            cleanUp.cloudFrontLeftovers("vpc-1"))
        .flatMap(List::stream)
        .forEach(
            permission -> {
              assertThat(permission.actions()).noneMatch(action -> action.contains("*"));
              if (permission.resources().contains("*")) {
                assertThat(WITHOUT_RESOURCE).containsAll(permission.actions());
              } else {
                assertThat(permission.actions()).noneMatch(WITHOUT_RESOURCE::contains);
              }
            });
  }

  @Test
  void attachesOnlyItsVolumeAndOnlyToInstancesOfItsDeployment() {
    assertThat(named("DataVolume").resources())
        .containsExactly("arn:aws:ec2:eu-west-1:111122223333:volume/vol-0123456789abcdef0");
    assertThat(named("OwnInstances").conditions())
        .isEqualTo(
            Map.of("StringEquals", Map.of("aws:ResourceTag/allinone:deployment", DEPLOYMENT)));
    assertThat(actions()).doesNotContain("ec2:TerminateInstances", "ec2:CreateTags");
  }

  @Test
  void addsBackupsWithoutOverwritingOrDeletingOne() {
    assertThat(named("NewBackups").resources()).containsExactly("arn:aws:s3:::backups/backups/*");
    Permission deny = named("NoOverwrittenBackups");
    assertThat(deny.allowed()).isFalse();
    assertThat(deny.resources()).isEqualTo(named("NewBackups").resources());
    assertThat(deny.conditions())
        .containsEntry("Null", Map.of("s3:if-none-match", "true"))
        .containsEntry("Bool", Map.of("s3:ObjectCreationOperation", "true"));
    assertThat(actions())
        .noneMatch(action -> action.matches("s3:(Delete|PutBucket|PutLifecycle).*"));
  }

  @Test
  void writesOnlySecretsAndReadiness() {
    assertThat(named("OwnSecrets").resources())
        .containsExactly(
            "arn:aws:ssm:eu-west-1:111122223333:parameter/allinone/harena-production/secrets/*",
            "arn:aws:ssm:eu-west-1:111122223333:parameter/allinone/harena-production/ready");
    assertThat(actions()).doesNotContain("ssm:DeleteParameter", "kms:Decrypt", "ssm:SendCommand");
  }

  @Test
  void writesOnlyItsOwnLogAndMetrics() {
    assertThat(named("OwnLog").resources())
        .containsExactly(
            "arn:aws:logs:eu-west-1:111122223333:log-group:/allinone/harena-production:*");
    assertThat(named("OwnMetrics").conditions())
        .containsEntry(
            "StringEquals", Map.of("cloudwatch:namespace", "Allinone/harena-production"));
  }

  @Test
  void speaksForInstancesOnlyFromWithinItsVpc() {
    for (String sid : List.of("Registration", "AssociationStatus")) {
      assertThat(named(sid).conditions())
          .isEqualTo(Map.of("StringEquals", Map.of("aws:Ec2InstanceSourceVpc", "vpc-1")));
    }
  }

  @Test
  void sweeperTerminatesOnlyWhatHasTheDeploymentsProfile() {
    Permission terminate = cleanUp.spotSweeper("arn:aws:iam::1:instance-profile/p").get(2);
    assertThat(terminate.actions()).containsExactly("ec2:TerminateInstances");
    assertThat(terminate.conditions())
        .isEqualTo(
            Map.of(
                "ArnEquals", Map.of("ec2:InstanceProfile", "arn:aws:iam::1:instance-profile/p")));
  }

  @Test
  void onlyCloudFrontsGroupOfThisVpcMayBeDeleted() {
    Permission delete = cleanUp.cloudFrontLeftovers("vpc-1").get(1);
    assertThat(delete.conditions())
        .containsEntry(
            "ArnEquals", Map.of("ec2:Vpc", "arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1"))
        .containsEntry(
            "StringEquals", Map.of("aws:ResourceTag/aws.cloudfront.vpcorigin", "enabled"));
  }

  @Test
  void refusesAStatementAboutNothing() {
    assertThatThrownBy(() -> Permission.allow("Empty", "s3:GetObject").build())
        .hasMessageContaining("Empty");
  }

  private List<String> actions() {
    return instance.stream().flatMap(permission -> permission.actions().stream()).toList();
  }
}
