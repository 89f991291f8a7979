package com.harena.allinone.stack.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What whoever takes over the instance can do, and what the boot needs. */
class InstanceRoleTest {
  private static final String EC2 = "arn:aws:ec2:eu-west-1:123456789012:";
  private static final String PARAMETER = "arn:aws:ssm:eu-west-1:123456789012:parameter/";
  private static final String OWN = PARAMETER + "allinone/harena-production";
  private static final String LOGS = "arn:aws:logs:eu-west-1:123456789012:log-group:";
  private static final String TAG = "aws:ResourceTag/allinone:deployment";

  private final Template template = SynthesizedOnce.template(SynthesizedOnce.harena());
  private final SampleAccount account = new SampleAccount(template);
  private final RolePolicies role =
      RolePolicies.of(
          template,
          template.only("AWS::IAM::InstanceProfile").properties().at("/Roles/0/Ref").asText());
  private final String volume = EC2 + "volume/" + account.nameOf(template.only("AWS::EC2::Volume"));
  private final String bucket = bucketWithLifecycle();

  private String bucketWithLifecycle() {
    return "arn:aws:s3:::"
        + account.nameOf(
            template.ofType("AWS::S3::Bucket").stream()
                .filter(each -> each.properties().has("LifecycleConfiguration"))
                .findFirst()
                .orElseThrow());
  }

  private void assertDenied(String action, String... resources) {
    for (String resource : resources) {
      assertThat(role.allows(Request.of(action, resource))).as(action + " " + resource).isFalse();
    }
  }

  private void assertAllowed(String action, String... resources) {
    for (String resource : resources) {
      assertThat(role.allows(Request.of(action, resource))).as(action + " " + resource).isTrue();
    }
  }

  @Test
  void readsNoParameterButItsOwn() {
    List<String> others =
        List.of(
            PARAMETER + "allinone/harena-staging/secrets/DATABASE_PASSWORD",
            PARAMETER + "allinone/harena-production2/owner",
            PARAMETER + "allinone/harena-production-eu/owner",
            PARAMETER + "allinone",
            PARAMETER + "somebody/elses");
    for (String other : others) {
      assertDenied("ssm:GetParameter", other);
      assertDenied("ssm:GetParameters", other);
      assertDenied("ssm:GetParametersByPath", other);
      assertDenied("ssm:GetParameterHistory", other);
      assertDenied("ssm:PutParameter", other);
    }
    assertAllowed(
        "ssm:GetParameter", OWN + "/owner", OWN + "/bundle", OWN + "/secrets/DATABASE_PASSWORD");
    assertAllowed("ssm:GetParametersByPath", OWN + "/secrets");
  }

  @Test
  void writesNoParameterButSecretsAndReadiness() {
    assertDenied("ssm:PutParameter", OWN + "/owner", OWN + "/bundle", OWN + "/other", OWN);
    assertDenied("ssm:DeleteParameter", OWN + "/secrets/DATABASE_PASSWORD", OWN + "/ready");
    assertAllowed("ssm:PutParameter", OWN + "/secrets/DATABASE_PASSWORD", OWN + "/ready");
  }

  @Test
  void touchesNoVolumeButItsOwn() {
    String other = EC2 + "volume/vol-0fffffffffffffff0";
    assertDenied("ec2:AttachVolume", other);
    assertDenied("ec2:DetachVolume", other);
    assertDenied("ec2:DeleteVolume", volume, other);
    assertDenied("ec2:ModifyVolume", volume, other);
    assertDenied("ec2:CreateSnapshot", volume, other, EC2 + "snapshot/*");
    assertThat(role.allows(Request.of("ec2:AttachVolume", other).with(TAG, "harena-production")))
        .isFalse();
    assertAllowed("ec2:AttachVolume", volume);
    assertAllowed("ec2:DetachVolume", volume);
    assertAllowed("ec2:DescribeVolumes", "*");
  }

  @Test
  void stopsNoInstanceButThoseOfThisDeployment() {
    Request stop = Request.of("ec2:StopInstances", EC2 + "instance/i-0123456789abcdef0");

    assertThat(role.allows(stop)).isFalse();
    assertThat(role.allows(stop.with(TAG, "harena-staging"))).isFalse();
    assertThat(role.allows(stop.with(TAG, "harena-production"))).isTrue();
    for (String action :
        List.of(
            "ec2:TerminateInstances",
            "ec2:StartInstances",
            "ec2:ModifyInstanceAttribute",
            "ec2:CreateTags",
            "ec2:RunInstances",
            "ec2:CancelSpotInstanceRequests")) {
      assertThat(
              role.allows(
                  Request.of(action, EC2 + "instance/i-0123456789abcdef0")
                      .with(TAG, "harena-production")))
          .as(action)
          .isFalse();
    }
    assertAllowed("ec2:DescribeInstances", "*");
  }

  @Test
  void addsBackupsAndNeitherDeletesNorOverwritesOne() {
    String backup = bucket + "/backups/2026-11-23/postgres.dump";
    Request create = Request.of("s3:PutObject", backup).with("s3:ObjectCreationOperation", "true");

    assertThat(role.decide(create)).isEqualTo(Decision.DENIED_EXPLICITLY);
    assertThat(role.allows(create.with("s3:if-none-match", "*"))).isTrue();
    assertThat(
            role.allows(
                Request.of("s3:PutObject", backup).with("s3:ObjectCreationOperation", "false")))
        .isTrue();
    for (String action :
        List.of(
            "s3:DeleteObject",
            "s3:DeleteObjectVersion",
            "s3:PutObjectRetention",
            "s3:PutObjectAcl",
            "s3:BypassGovernanceRetention")) {
      assertDenied(action, backup, bucket + "/bundles/x", bucket + "/releases/x");
    }
    for (String action :
        List.of(
            "s3:PutBucketVersioning",
            "s3:PutLifecycleConfiguration",
            "s3:PutBucketPolicy",
            "s3:DeleteBucket")) {
      assertDenied(action, bucket);
    }
  }

  @Test
  void runsNothingItCouldHaveWrittenItself() {
    assertAllowed("s3:GetObject", bucket + "/bundles/00/bundle.zip", bucket + "/releases/a.tar.gz");
    for (String path : List.of("/bundles/00/bundle.zip", "/releases/a.tar.gz", "/other")) {
      assertThat(
              role.allows(
                  Request.of("s3:PutObject", bucket + path)
                      .with("s3:ObjectCreationOperation", "true")
                      .with("s3:if-none-match", "*")))
          .isFalse();
    }
    assertDenied("s3:GetObject", "arn:aws:s3:::somebody-elses/bundles/x");
    assertDenied("s3:PutObject", "arn:aws:s3:::somebody-elses/backups/x");
  }

  @Test
  void hasNoWayToMoreRights() {
    String anyRole = "arn:aws:iam::123456789012:role/admin";
    for (String action :
        List.of(
            "iam:PassRole",
            "iam:CreateUser",
            "iam:CreateAccessKey",
            "iam:PutRolePolicy",
            "iam:AttachRolePolicy",
            "sts:AssumeRole",
            "lambda:InvokeFunction",
            "lambda:UpdateFunctionCode",
            "ssm:SendCommand",
            "ssm:StartSession",
            "ssm:CreateAssociation",
            "ssm:UpdateAssociation",
            "cloudformation:UpdateStack",
            "scheduler:UpdateSchedule",
            "secretsmanager:GetSecretValue",
            "kms:Decrypt")) {
      assertDenied(action, anyRole, "*", EC2 + "instance/i-0123456789abcdef0");
    }
  }

  @Test
  void writesItsOwnLogAndMetricsOnly() {
    String stream = ":log-stream:postgres";
    assertAllowed("logs:CreateLogStream", LOGS + "/allinone/harena-production" + stream);
    assertAllowed("logs:PutLogEvents", LOGS + "/allinone/harena-production" + stream);
    assertDenied("logs:PutLogEvents", LOGS + "/allinone/harena-staging" + stream);
    assertDenied("logs:PutLogEvents", LOGS + "/aws/lambda/x" + stream);
    assertDenied("logs:DeleteLogGroup", LOGS + "/allinone/harena-production");
    Request metric = Request.of("cloudwatch:PutMetricData", "*");
    assertThat(role.allows(metric.with("cloudwatch:namespace", "Allinone/harena-production")))
        .isTrue();
    assertThat(role.allows(metric.with("cloudwatch:namespace", "Allinone/harena-staging")))
        .isFalse();
    assertThat(role.allows(metric)).isFalse();
    assertDenied("cloudwatch:DeleteAlarms", "*");
  }

  /** A key that was carried away reports nothing: the instance's own VPC is a condition. */
  @Test
  void isAdministeredThroughSystemsManager() {
    String vpc = account.nameOf(template.only("AWS::EC2::VPC"));
    for (String action :
        List.of(
            "ssm:UpdateInstanceInformation",
            "ssm:ListInstanceAssociations",
            "ssm:UpdateInstanceAssociationStatus")) {
      Request status = Request.of(action, EC2 + "instance/i-0123456789abcdef0");
      assertThat(role.allows(status.with("aws:Ec2InstanceSourceVpc", vpc))).as(action).isTrue();
      assertThat(role.allows(status.with("aws:Ec2InstanceSourceVpc", "vpc-1"))).isFalse();
      assertThat(role.allows(status)).isFalse();
    }
    assertAllowed("ssm:GetDocument", "arn:aws:ssm:eu-west-1::document/AWS-RunShellScript");
    for (String action :
        List.of(
            "ssmmessages:CreateControlChannel",
            "ssmmessages:OpenDataChannel",
            "ec2messages:GetMessages",
            "ssm:ListAssociations")) {
      assertAllowed(action, "*");
    }
  }
}
