package com.harena.allinone.constructs.instance;

import com.harena.allinone.bundle.UserData;
import com.harena.allinone.machine.LaunchData;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.RootDisk;
import com.harena.allinone.machine.SpotMarket;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.CfnTag;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.ec2.CfnLaunchTemplate;

/** The launch template's data: the identity's literals and five references, no default added. */
final class LaunchTemplateData {
  private LaunchTemplateData() {}

  static CfnLaunchTemplate.LaunchTemplateDataProperty of(SpotInstanceProps props) {
    MachineIdentity identity = props.identity();
    LaunchData launch = identity.launch();
    CfnLaunchTemplate.LaunchTemplateDataProperty.Builder data =
        CfnLaunchTemplate.LaunchTemplateDataProperty.builder()
            .imageId(launch.imageId())
            .instanceType(launch.instanceType())
            .iamInstanceProfile(
                CfnLaunchTemplate.IamInstanceProfileProperty.builder()
                    .arn(props.role().profile().getAttrArn())
                    .build())
            .securityGroupIds(List.of(props.network().instanceGroup().getAttrGroupId()))
            .metadataOptions(
                CfnLaunchTemplate.MetadataOptionsProperty.builder()
                    .httpEndpoint(launch.metadata().endpoint())
                    .httpTokens(launch.metadata().tokens())
                    .httpPutResponseHopLimit(launch.metadata().hopLimit())
                    .build())
            .creditSpecification(
                CfnLaunchTemplate.CreditSpecificationProperty.builder()
                    .cpuCredits(launch.cpuCredits())
                    .build())
            .monitoring(
                CfnLaunchTemplate.MonitoringProperty.builder()
                    .enabled(launch.detailedMonitoring())
                    .build())
            .blockDeviceMappings(List.of(root(launch.root())))
            .tagSpecifications(tagSpecifications(identity))
            .userData(userData(props));
    launch.spot().map(LaunchTemplateData::market).ifPresent(data::instanceMarketOptions);
    return data.build();
  }

  private static CfnLaunchTemplate.BlockDeviceMappingProperty root(RootDisk disk) {
    return CfnLaunchTemplate.BlockDeviceMappingProperty.builder()
        .deviceName(disk.device())
        .ebs(
            CfnLaunchTemplate.EbsProperty.builder()
                .volumeSize(disk.gibibytes())
                .volumeType(disk.type())
                .encrypted(disk.encrypted())
                .deleteOnTermination(true)
                .build())
        .build();
  }

  private static CfnLaunchTemplate.InstanceMarketOptionsProperty market(SpotMarket spot) {
    CfnLaunchTemplate.SpotOptionsProperty.Builder options =
        CfnLaunchTemplate.SpotOptionsProperty.builder()
            .spotInstanceType(spot.requestType())
            .instanceInterruptionBehavior(spot.interruption());
    spot.validUntil().ifPresent(options::validUntil);
    return CfnLaunchTemplate.InstanceMarketOptionsProperty.builder()
        .marketType("spot")
        .spotOptions(options.build())
        .build();
  }

  private static List<CfnLaunchTemplate.TagSpecificationProperty> tagSpecifications(
      MachineIdentity identity) {
    List<CfnTag> tags =
        identity.tags().entrySet().stream()
            .map(tag -> CfnTag.builder().key(tag.getKey()).value(tag.getValue()).build())
            .toList();
    return identity.taggedTypes().stream().map(type -> tagSpecification(type, tags)).toList();
  }

  private static CfnLaunchTemplate.TagSpecificationProperty tagSpecification(
      String type, List<CfnTag> tags) {
    return CfnLaunchTemplate.TagSpecificationProperty.builder()
        .resourceType(type)
        .tags(tags)
        .build();
  }

  private static String userData(SpotInstanceProps props) {
    String text = props.identity().userData();
    if (!text.contains(UserData.VOLUME_REFERENCE)) {
      return Fn.base64(text);
    }
    return Fn.base64(Fn.sub(text, Map.of("DataVolume", props.volume().volumeId())));
  }
}
