package com.harena.allinone.pulumi;

import com.harena.allinone.bundle.UserData;
import com.harena.allinone.machine.LaunchData;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.RootDisk;
import com.harena.allinone.machine.SpotMarket;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateBlockDeviceMappingEbsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateCreditSpecificationArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateIamInstanceProfileArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateInstanceMarketOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateInstanceMarketOptionsSpotOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMetadataOptionsArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateMonitoringArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateTagSpecificationArgs;
import com.pulumi.aws.iam.InstanceProfile;
import com.pulumi.core.Output;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The launch template's data: the identity's literals and references, no default added. */
final class Launch {
  private Launch() {}

  static LaunchTemplateArgs of(
      MachineIdentity identity, Network network, InstanceProfile profile, Output<String> volumeId) {
    LaunchData launch = identity.launch();
    LaunchTemplateArgs.Builder data =
        LaunchTemplateArgs.builder()
            .description(identity.versionDescription())
            .imageId(launch.imageId())
            .instanceType(launch.instanceType())
            .iamInstanceProfile(
                LaunchTemplateIamInstanceProfileArgs.builder().arn(profile.arn()).build())
            .vpcSecurityGroupIds(network.group().id().applyValue(List::of))
            .metadataOptions(
                LaunchTemplateMetadataOptionsArgs.builder()
                    .httpEndpoint(launch.metadata().endpoint())
                    .httpTokens(launch.metadata().tokens())
                    .httpPutResponseHopLimit(launch.metadata().hopLimit())
                    .build())
            .creditSpecification(
                LaunchTemplateCreditSpecificationArgs.builder()
                    .cpuCredits(launch.cpuCredits())
                    .build())
            .monitoring(
                LaunchTemplateMonitoringArgs.builder().enabled(launch.detailedMonitoring()).build())
            .blockDeviceMappings(root(launch.root()))
            .tagSpecifications(
                identity.taggedTypes().stream()
                    .map(
                        type ->
                            LaunchTemplateTagSpecificationArgs.builder()
                                .resourceType(type)
                                .tags(identity.tags())
                                .build())
                    .toList())
            .userData(volumeId.applyValue(volume -> userData(identity, volume)));
    launch.spot().map(Launch::market).ifPresent(data::instanceMarketOptions);
    return data.build();
  }

  private static LaunchTemplateBlockDeviceMappingArgs root(RootDisk disk) {
    return LaunchTemplateBlockDeviceMappingArgs.builder()
        .deviceName(disk.device())
        .ebs(
            LaunchTemplateBlockDeviceMappingEbsArgs.builder()
                .volumeSize(disk.gibibytes())
                .volumeType(disk.type())
                .encrypted(String.valueOf(disk.encrypted()))
                .deleteOnTermination("true")
                .build())
        .build();
  }

  private static LaunchTemplateInstanceMarketOptionsArgs market(SpotMarket spot) {
    LaunchTemplateInstanceMarketOptionsSpotOptionsArgs.Builder options =
        LaunchTemplateInstanceMarketOptionsSpotOptionsArgs.builder()
            .spotInstanceType(spot.requestType())
            .instanceInterruptionBehavior(spot.interruption());
    spot.validUntil().ifPresent(options::validUntil);
    return LaunchTemplateInstanceMarketOptionsArgs.builder()
        .marketType("spot")
        .spotOptions(options.build())
        .build();
  }

  private static String userData(MachineIdentity identity, String volumeId) {
    String text = identity.userData().replace(UserData.VOLUME_REFERENCE, volumeId);
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
