package com.harena.allinone.machine;

import java.util.Objects;

/**
 * Where a deployment is, as the parts of an ARN. Each may be whatever stands for a reference in the
 * program that deploys.
 *
 * @param partition AWS partition, such as {@code aws}
 * @param region AWS region
 * @param account AWS account
 */
public record Place(String partition, String region, String account) {
  /** Refuses absent parts. */
  public Place {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(region, "region");
    Objects.requireNonNull(account, "account");
  }

  /**
   * Where the resource of this ARN is.
   *
   * @throws IllegalArgumentException if it is no ARN, or one without region or account
   */
  public static Place of(String arn) {
    String[] parts = arn.split(":", 6);
    if (parts.length < 6 || !parts[0].equals("arn") || parts[3].isEmpty() || parts[4].isEmpty()) {
      throw new IllegalArgumentException(
          "'%s' does not say partition, region and account: give an ARN such as arn:aws:ec2:eu-west-3:123456789012:vpc/vpc-1"
              .formatted(arn));
    }
    return new Place(parts[1], parts[3], parts[4]);
  }

  /** The ARN of something that belongs to this account and region. */
  String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
  }

  /** The ARN of something in this region whatever its account, such as a document of AWS's own. */
  String anyonesArn(String service, String resource) {
    return "arn:%s:%s:%s:*:%s".formatted(partition, service, region, resource);
  }
}
