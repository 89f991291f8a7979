package com.harena.allinone.emulator.handler.ec2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.LaunchTemplate;
import software.amazon.awssdk.services.ec2.model.LaunchTemplateVersion;
import software.amazon.awssdk.services.ec2.model.RequestLaunchTemplateData;

/**
 * {@code AWS::EC2::LaunchTemplate}; an update adds a version. It knows the data that a launch from
 * the template carries out here, and nothing that would be kept and then ignored.
 */
public final class LaunchTemplateHandler extends Ec2Handler {
  private static final String DATA = "LaunchTemplateData";
  private static final Shape<RequestLaunchTemplateData> SHAPE =
      Shape.of(RequestLaunchTemplateData.class, RequestLaunchTemplateData::builder);
  private static final List<String> LAUNCHED =
      List.of(
          "BlockDeviceMappings.DeviceName",
          "BlockDeviceMappings.Ebs.DeleteOnTermination",
          "BlockDeviceMappings.Ebs.Encrypted",
          "BlockDeviceMappings.Ebs.VolumeSize",
          "BlockDeviceMappings.Ebs.VolumeType",
          "CreditSpecification.CpuCredits",
          "IamInstanceProfile.Arn",
          "ImageId",
          "InstanceMarketOptions.MarketType",
          "InstanceMarketOptions.SpotOptions.InstanceInterruptionBehavior",
          "InstanceMarketOptions.SpotOptions.SpotInstanceType",
          "InstanceMarketOptions.SpotOptions.ValidUntil",
          "InstanceType",
          "MetadataOptions.HttpEndpoint",
          "MetadataOptions.HttpPutResponseHopLimit",
          "MetadataOptions.HttpTokens",
          "Monitoring.Enabled",
          "SecurityGroupIds",
          "TagSpecifications.ResourceType",
          "TagSpecifications.Tags.*",
          "UserData");

  /** Speaks to this EC2. */
  public LaunchTemplateHandler(Ec2Client ec2) {
    super(
        "AWS::EC2::LaunchTemplate",
        ec2,
        Stream.concat(
                Stream.of("LaunchTemplateName", "VersionDescription"),
                LAUNCHED.stream().map(path -> DATA + "." + path))
            .toArray(String[]::new));
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    LaunchTemplate template =
        call(() ->
                ec2.createLaunchTemplate(
                    call ->
                        call.launchTemplateName(
                                text(properties, "LaunchTemplateName")
                                    .orElseGet(() -> GeneratedName.of(request, 128)))
                            .versionDescription(text(properties, "VersionDescription").orElse(null))
                            .launchTemplateData(data(properties))))
            .launchTemplate();
    return finish(
        template.launchTemplateId(),
        () -> {
          // Tags given at creation would stand in the data of moto's template.
          Ec2Tags.update(ec2, template.launchTemplateId(), request, List.of());
          return physical(template);
        });
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    ObjectNode properties = request.properties();
    if (!properties.path(DATA).equals(previous.path(DATA))
        || !properties.path("VersionDescription").equals(previous.path("VersionDescription"))) {
      call(
          () ->
              ec2.createLaunchTemplateVersion(
                  call ->
                      call.launchTemplateId(physical.id())
                          .versionDescription(text(properties, "VersionDescription").orElse(null))
                          .launchTemplateData(data(properties))));
    }
    LaunchTemplate template = existing(physical.id()).orElseThrow();
    Ec2Tags.update(ec2, physical.id(), request, template.tags());
    return physical(template);
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    if (existing(physical.id()).isPresent()) {
      remove(() -> ec2.deleteLaunchTemplate(call -> call.launchTemplateId(physical.id())));
    }
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return existing(physical.id())
        .flatMap(template -> latest(physical.id()))
        .map(
            version -> {
              ObjectNode properties = object();
              properties.set(DATA, SHAPE.json(version.launchTemplateData()));
              Optional.ofNullable(version.versionDescription())
                  .ifPresent(words -> properties.put("VersionDescription", words));
              return properties;
            });
  }

  private static RequestLaunchTemplateData data(ObjectNode properties) {
    return SHAPE.from(properties.deepCopy().withObject("/" + DATA));
  }

  private Optional<LaunchTemplateVersion> latest(String id) {
    return call(
            () ->
                ec2.describeLaunchTemplateVersions(
                    call -> call.launchTemplateId(id).versions("$Latest")))
        .launchTemplateVersions()
        .stream()
        .findFirst();
  }

  private Optional<LaunchTemplate> existing(String id) {
    return find(
            () -> ec2.describeLaunchTemplates(call -> call.launchTemplateIds(id)).launchTemplates())
        .stream()
        .flatMap(List::stream)
        .findFirst();
  }

  private static Physical physical(LaunchTemplate template) {
    return Physical.of(
        template.launchTemplateId(),
        object()
            .put("LaunchTemplateId", template.launchTemplateId())
            .put("LatestVersionNumber", "" + template.latestVersionNumber())
            .put("DefaultVersionNumber", "" + template.defaultVersionNumber()));
  }
}
