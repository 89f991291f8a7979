package com.harena.allinone.machine;

import java.util.List;

/**
 * What the Systems Manager agent on an instance needs, without the parameters it can do without.
 */
record AgentPermissions(Place place, String vpcId) {
  List<Permission> statements() {
    return List.of(channels(), registration(), documents(), associationStatus());
  }

  /** The two ways by which the SSM agent talks; neither knows resources. */
  private static Permission channels() {
    return Permission.allow(
            "Channels",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
            "ec2messages:AcknowledgeMessage",
            "ec2messages:DeleteMessage",
            "ec2messages:FailMessage",
            "ec2messages:GetEndpoint",
            "ec2messages:GetMessages",
            "ec2messages:SendReply",
            "ssm:ListAssociations")
        .onAnything()
        .build();
  }

  private Permission registration() {
    return inThisVpc(
        Permission.allow(
                "Registration", "ssm:UpdateInstanceInformation", "ssm:ListInstanceAssociations")
            .on(place.arn("ec2", "instance/*")));
  }

  /**
   * Systems Manager is told of instances that are yet to be, so no id can be named: the credentials
   * must have been delivered to an instance in the deployment's VPC (IAM user guide, global
   * condition keys).
   */
  private Permission inThisVpc(Permission.Builder permission) {
    return permission.when("StringEquals", "aws:Ec2InstanceSourceVpc", vpcId).build();
  }

  /** AWS's own documents, and the account's settings for sessions. */
  private Permission documents() {
    return Permission.allow("Documents", "ssm:GetDocument", "ssm:DescribeDocument")
        .on(
            place.anyonesArn("ssm", "document/AWS-*"),
            place.arn("ssm", "document/SSM-SessionManagerRunShell"))
        .build();
  }

  private Permission associationStatus() {
    return inThisVpc(
        Permission.allow(
                "AssociationStatus",
                "ssm:DescribeAssociation",
                "ssm:UpdateAssociationStatus",
                "ssm:UpdateInstanceAssociationStatus")
            .on(
                place.arn("ssm", "association/*"),
                place.anyonesArn("ssm", "document/AWS-*"),
                place.arn("ec2", "instance/*")));
  }
}
