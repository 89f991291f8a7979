package com.harena.allinone.machine;

import java.util.List;
import java.util.Objects;

/**
 * What the functions may do that clean up behind an instance, each only with what is marked as this
 * deployment's.
 *
 * @param place where the deployment is
 * @param deployment its name, as in the tag
 */
public record CleanUpPermissions(Place place, String deployment) {
  /** The tag by which AWSCloudFrontVPCOriginServiceRolePolicy knows what CloudFront made. */
  private static final String CLOUDFRONT_TAG = "aws:ResourceTag/aws.cloudfront.vpcorigin";

  /** Refuses absent parts. */
  public CleanUpPermissions {
    Objects.requireNonNull(place, "place");
    Objects.requireNonNull(deployment, "deployment");
  }

  /** To cancel the Spot request behind one instance. */
  public List<Permission> spotCancellation() {
    return List.of(look("ec2:DescribeSpotInstanceRequests"), cancel());
  }

  /**
   * To cancel Spot requests and to terminate what they launched: a relaunched instance has no tags,
   * but it has the deployment's instance profile.
   */
  public List<Permission> spotSweeper(String instanceProfileArn) {
    Permission terminate =
        Permission.allow("Terminate", "ec2:TerminateInstances")
            .on(place.arn("ec2", "instance/*"))
            .when("ArnEquals", "ec2:InstanceProfile", instanceProfileArn)
            .build();
    return List.of(
        look("ec2:DescribeSpotInstanceRequests", "ec2:DescribeInstances"), cancel(), terminate);
  }

  /** To delete the security group that CloudFront leaves behind in this VPC. */
  public List<Permission> cloudFrontLeftovers(String vpcId) {
    Permission delete =
        Permission.allow("DeleteGroup", "ec2:DeleteSecurityGroup")
            .on(place.arn("ec2", "security-group/*"))
            .when("ArnEquals", "ec2:Vpc", place.arn("ec2", "vpc/" + vpcId))
            .when("StringEquals", CLOUDFRONT_TAG, "enabled")
            .build();
    return List.of(look("ec2:DescribeSecurityGroups", "ec2:DescribeNetworkInterfaces"), delete);
  }

  private static Permission look(String... actions) {
    return Permission.allow("Look", actions).onAnything().build();
  }

  private Permission cancel() {
    return Permission.allow("Cancel", "ec2:CancelSpotInstanceRequests")
        .on(place.arn("ec2", "spot-instances-request/*"))
        .when("StringEquals", "aws:ResourceTag/" + Tags.DEPLOYMENT, deployment)
        .build();
  }
}
