package com.harena.allinone.machine;

import java.util.List;

/** What the functions may do that connect CloudFront to an instance. */
public final class OriginPermissions {
  private OriginPermissions() {}

  /** To find a security group by its name. */
  public static List<Permission> findGroups() {
    return List.of(Permission.allow("", "ec2:DescribeSecurityGroups").onAnything().build());
  }

  /** To find a prefix list by its name. */
  public static List<Permission> findPrefixLists() {
    return List.of(Permission.allow("", "ec2:DescribeManagedPrefixLists").onAnything().build());
  }

  /**
   * To make and read one parameter.
   *
   * @param place where the deployment is
   * @param parameter its whole name, beginning with a slash
   */
  public static List<Permission> makeParameter(Place place, String parameter) {
    return List.of(
        Permission.allow("", "ssm:GetParameter", "ssm:PutParameter")
            .on(place.arn("ssm", "parameter" + parameter))
            .build());
  }
}
