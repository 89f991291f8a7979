package com.harena.allinone.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the instance's role may do, and so whoever takes over the host: work on its own data volume,
 * add and read backups, read its own bundles, releases and parameters, write its own log and
 * metrics, and be administered through Systems Manager. A wildcard resource stands only where the
 * AWS service authorization reference names no resource type.
 *
 * @param place where the deployment is
 * @param deployment its name, as in the tag
 * @param parameters names of its parameters
 * @param vpcId the VPC in which its instances run
 * @param volumeId the data volume
 * @param bucketArn the backup bucket
 */
public record InstancePermissions(
    Place place,
    String deployment,
    ParameterNames parameters,
    String vpcId,
    String volumeId,
    String bucketArn) {
  /** Name of the policy inside the role. */
  public static final String POLICY = "instance";

  /** The service that takes on the role. */
  public static final String PRINCIPAL = "ec2.amazonaws.com";

  /** Refuses absent parts. */
  public InstancePermissions {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(deployment, "deployment");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(vpcId, "vpcId");
    Objects.requireNonNull(volumeId, "volumeId");
    Objects.requireNonNull(bucketArn, "bucketArn");
  }

  /** Description of the role of a deployment's instances. */
  public static String roleDescription(String deployment) {
    return "The instance of " + deployment;
  }

  /** A builder; every part is required. */
  public static Builder builder() {
    return new Builder();
  }

  /** The statements. */
  public List<Permission> statements() {
    List<Permission> statements = new ArrayList<>();
    statements.addAll(
        List.of(
            look(),
            dataVolume(),
            ownInstances(),
            filesToRun(),
            newBackups(),
            noOverwrittenBackups(),
            ownBackups(),
            listOfBackups(),
            ownParameters(),
            ownSecrets(),
            ownLog(),
            ownMetrics()));
    statements.addAll(new AgentPermissions(place, vpcId).statements());
    return List.copyOf(statements);
  }

  private Permission look() {
    return Permission.allow("Look", "ec2:DescribeInstances", "ec2:DescribeVolumes")
        .onAnything()
        .build();
  }

  private Permission dataVolume() {
    return Permission.allow("DataVolume", "ec2:AttachVolume", "ec2:DetachVolume")
        .on(place.arn("ec2", "volume/" + volumeId))
        .build();
  }

  /** Where it may be attached, and what may be stopped: a relaunched Spot zombie lacks the tag. */
  private Permission ownInstances() {
    return Permission.allow(
            "OwnInstances", "ec2:AttachVolume", "ec2:DetachVolume", "ec2:StopInstances")
        .on(anyInstance())
        .when("StringEquals", "aws:ResourceTag/" + Tags.DEPLOYMENT, deployment)
        .build();
  }

  private String anyInstance() {
    return place.arn("ec2", "instance/*");
  }

  private Permission filesToRun() {
    return Permission.allow("FilesToRun", "s3:GetObject")
        .on(bucketArn + "/bundles/*", bucketArn + "/releases/*")
        .build();
  }

  private Permission newBackups() {
    return Permission.allow("NewBackups", "s3:PutObject").on(bucketArn + "/backups/*").build();
  }

  /**
   * An upload must say {@code If-None-Match}, so it never takes the place of a backup. The calls
   * that begin a multipart upload and carry its parts know no such header and create nothing (S3
   * user guide, "Enforce conditional writes on Amazon S3 buckets").
   */
  private Permission noOverwrittenBackups() {
    return Permission.deny("NoOverwrittenBackups", "s3:PutObject")
        .on(bucketArn + "/backups/*")
        .when("Null", "s3:if-none-match", "true")
        .when("Bool", "s3:ObjectCreationOperation", "true")
        .build();
  }

  /** A wiped data volume is brought back from the bucket. */
  private Permission ownBackups() {
    return Permission.allow("OwnBackups", "s3:GetObject").on(bucketArn + "/backups/*").build();
  }

  /** Which backups there are; nothing of the other prefixes. */
  private Permission listOfBackups() {
    return Permission.allow("ListOfBackups", "s3:ListBucket")
        .on(bucketArn)
        .when("StringLike", "s3:prefix", "backups/*")
        .build();
  }

  private Permission ownParameters() {
    return Permission.allow(
            "OwnParameters", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath")
        .on(parameter(parameters.path()), parameter(parameters.path() + "/*"))
        .build();
  }

  /**
   * SecureStrings under the key {@code aws/ssm} need no permission of their own: that key admits
   * every principal of the account (Systems Manager user guide, "Restricting decryption of
   * SecureString parameter values").
   */
  private Permission ownSecrets() {
    return Permission.allow("OwnSecrets", "ssm:PutParameter")
        .on(parameter(parameters.secrets() + "/*"), parameter(parameters.ready()))
        .build();
  }

  private String parameter(String name) {
    return place.arn("ssm", "parameter" + name);
  }

  private Permission ownLog() {
    return Permission.allow("OwnLog", "logs:CreateLogStream", "logs:PutLogEvents")
        .on(place.arn("logs", "log-group:/allinone/" + deployment + ":*"))
        .build();
  }

  private Permission ownMetrics() {
    return Permission.allow("OwnMetrics", "cloudwatch:PutMetricData")
        .onAnything()
        .when("StringEquals", "cloudwatch:namespace", "Allinone/" + deployment)
        .build();
  }

  /** Builds {@link InstancePermissions}. */
  public static final class Builder {
    private Place place;
    private String deployment;
    private ParameterNames parameters;
    private String vpcId;
    private String volumeId;
    private String bucketArn;

    private Builder() {}

    /** Sets where the deployment is. */
    public Builder place(Place value) {
      place = value;
      return this;
    }

    /** Sets the deployment's name. */
    public Builder deployment(String value) {
      deployment = value;
      return this;
    }

    /** Sets the names of its parameters. */
    public Builder parameters(ParameterNames value) {
      parameters = value;
      return this;
    }

    /** Sets the VPC in which its instances run. */
    public Builder vpcId(String value) {
      vpcId = value;
      return this;
    }

    /** Sets the data volume. */
    public Builder volumeId(String value) {
      volumeId = value;
      return this;
    }

    /** Sets the backup bucket. */
    public Builder bucketArn(String value) {
      bucketArn = value;
      return this;
    }

    /** The permissions. */
    public InstancePermissions build() {
      return new InstancePermissions(place, deployment, parameters, vpcId, volumeId, bucketArn);
    }
  }
}
