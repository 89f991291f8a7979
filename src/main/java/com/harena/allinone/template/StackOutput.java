package com.harena.allinone.template;

/**
 * What an operator, and the commands that work on a deployed stack, need to know of it. Every
 * program that deploys tells them under the same names.
 */
public enum StackOutput {
  /** Address of the site. */
  SITE_ADDRESS("SiteAddress", "Where viewers go"),
  /** Id of the distribution. */
  DISTRIBUTION_ID("DistributionId", "The distribution"),
  /** Name of the site's bucket. */
  SITE_BUCKET_NAME("SiteBucketName", "Upload the site here"),
  /** Id of the instance. */
  INSTANCE_ID("InstanceId", "The instance; aws ssm start-session"),
  /** Id of the data volume. */
  DATA_VOLUME_ID("DataVolumeId", "The data volume, which outlives the stack"),
  /** Name of the backup bucket. */
  BACKUP_BUCKET_NAME("BackupBucketName", "Backups, bundles and releases"),
  /** Path above the parameters. */
  PARAMETER_PATH("ParameterPath", "Where its parameters are");

  private final String id;
  private final String description;

  StackOutput(String id, String description) {
    this.id = id;
    this.description = description;
  }

  /** The name under which it is told. */
  public String id() {
    return id;
  }

  /** What it is. */
  public String description() {
    return description;
  }
}
