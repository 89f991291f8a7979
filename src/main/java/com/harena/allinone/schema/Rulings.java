package com.harena.allinone.schema;

import static com.harena.allinone.schema.UpdateKind.INTERRUPTION;
import static com.harena.allinone.schema.UpdateKind.IN_PLACE;
import static com.harena.allinone.schema.UpdateKind.REFUSED;
import static com.harena.allinone.schema.UpdateKind.REPLACEMENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of what the schemas leave open. The first row that covers a change decides. */
public final class Rulings {
  private static final String REFERENCE =
      "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";
  private static final String INSTANCE = REFERENCE + "aws-resource-ec2-instance.html";
  private static final String VOLUME = REFERENCE + "aws-resource-ec2-volume.html";
  private static final String MODIFY_VOLUME =
      "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVolume.html";

  private static final String MODIFIABLE =
      "You can modify several parameters of an existing EBS volume, including volume size, volume"
          + " type, and IOPS capacity: ";

  /** Every row. */
  public static final List<Ruling> ALL =
      List.of(
          Ruling.always(
              "AWS::EC2::Instance",
              "InstanceType",
              INTERRUPTION,
              INSTANCE,
              "When you change your EBS-backed instance type, instance restart or replacement"
                  + " behavior depends on the instance type compatibility between the old and new"
                  + " types"),
          Ruling.always(
              "AWS::EC2::Instance",
              "UserData",
              INTERRUPTION,
              INSTANCE,
              "If the root volume is an EBS volume and you update user data, CloudFormation"
                  + " restarts the instance"),
          Ruling.always(
              "AWS::EC2::Instance",
              "BlockDeviceMappings",
              REPLACEMENT,
              INSTANCE,
              "you can modify only the DeleteOnTermination parameter for the attached volumes"
                  + " without interrupting the instance. Modifying any other parameter results in"
                  + " instance replacement"),
          new Ruling(
              "AWS::EC2::Volume",
              "Size",
              (before, after) -> after.asLong() < before.asLong(),
              REFUSED,
              VOLUME,
              "Amazon EBS does not support sizing down an Amazon EBS volume"),
          Ruling.always(
              "AWS::EC2::Volume",
              "Size",
              IN_PLACE,
              MODIFY_VOLUME,
              "If your EBS volume is attached to a current-generation EC2 instance type, you might"
                  + " be able to apply these changes without stopping the instance or detaching the"
                  + " volume from it"),
          Ruling.always(
              "AWS::EC2::Volume",
              "AvailabilityZone",
              REFUSED,
              MODIFY_VOLUME,
              MODIFIABLE + "the zone is not among them"),
          Ruling.always(
              "AWS::EC2::Volume",
              "Encrypted",
              REFUSED,
              MODIFY_VOLUME,
              MODIFIABLE + "encryption is not among them"),
          Ruling.always(
              "AWS::EC2::Volume",
              "KmsKeyId",
              REFUSED,
              MODIFY_VOLUME,
              MODIFIABLE + "the key is not among them"),
          Ruling.always(
              "AWS::CloudFront::VpcOrigin",
              "*",
              REFUSED,
              "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
              "The specified VPC origin is currently associated with one or more distributions."
                  + " Please disassociate the VPC origin from all distributions before updating or"
                  + " deleting (status code 409, also for a tag: aws/aws-cdk#35765)"),
          Ruling.always(
              "AWS::CloudFormation::WaitCondition",
              "*",
              REFUSED,
              REFERENCE + "aws-resource-cloudformation-waitcondition.html",
              "Updates aren't supported"),
          Ruling.always(
              "Custom::",
              "ServiceToken",
              REFUSED,
              REFERENCE + "aws-resource-cloudformation-customresource.html",
              "Updates aren't supported"),
          Ruling.always(
              "Custom::",
              "*",
              IN_PLACE,
              REFERENCE + "aws-resource-cloudformation-customresource.html",
              "CloudFormation sends an update request; if the handler answers with another physical"
                  + " id, CloudFormation recognizes the update as a replacement and deletes the old"
                  + " one. Here only the copy of an asset changes its id, with its place in the"
                  + " bucket, and deleting it does nothing"),
          Ruling.always(
              "AWS::EC2::VPC",
              "InstanceTenancy",
              REPLACEMENT,
              REFERENCE + "aws-resource-ec2-vpc.html",
              "Updating InstanceTenancy from default to dedicated requires replacement"));

  private Rulings() {}

  /** The row that decides a change, if any. */
  public static Optional<Ruling> of(String type, String path, JsonNode before, JsonNode after) {
    return ALL.stream()
        .filter(row -> row.covers(type, path) && row.when().test(before, after))
        .findFirst();
  }

  /**
   * Attributes whose value changes when their resource is changed in place. A launch template's
   * versions count up with each change; what a custom resource returns is up to its handler.
   */
  public static boolean changesInPlace(String type, String attribute) {
    return Schemas.isCustom(type)
        || (type.equals("AWS::EC2::LaunchTemplate")
            && Set.of("LatestVersionNumber", "DefaultVersionNumber").contains(attribute));
  }
}
