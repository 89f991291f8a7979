package com.harena.allinone.constructs.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.Purchase;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.constructs.bundle.BundleAssociation;
import com.harena.allinone.constructs.bundle.HostBundleRelease;
import com.harena.allinone.constructs.bundle.HostBundleReleaseProps;
import com.harena.allinone.constructs.gate.HealthGate;
import com.harena.allinone.constructs.gate.OwnerParameter;
import com.harena.allinone.constructs.instance.InstanceRole;
import com.harena.allinone.constructs.instance.InstanceRoleProps;
import com.harena.allinone.constructs.instance.SpotCancellation;
import com.harena.allinone.constructs.instance.SpotInstance;
import com.harena.allinone.constructs.instance.SpotInstanceProps;
import com.harena.allinone.constructs.instance.SpotSweeper;
import com.harena.allinone.constructs.network.CloudFrontLeftovers;
import com.harena.allinone.constructs.network.SimpleVpc;
import com.harena.allinone.constructs.storage.BackupBucket;
import com.harena.allinone.constructs.storage.DataVolume;
import com.harena.allinone.constructs.storage.DataVolumeProps;
import com.harena.allinone.constructs.storage.ServiceLogs;
import com.harena.allinone.machine.MachineIdentity;
import com.harena.allinone.machine.ParameterNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Template;

/**
 * The template of a stack with every construct that makes up the machine, wired as in the real one.
 *
 * @param identity the instance's identity
 * @param template the synthesized template
 */
public record MachineTemplate(MachineIdentity identity, Template template) {
  private static final Map<List<String>, MachineTemplate> SYNTHESIZED = new HashMap<>();

  /** Stands for the SHA-256 of a host bundle. */
  public static final String BUNDLE = "0123456789abcdef".repeat(4);

  /** Of the project's blueprint, with one text in it replaced; synthesized once. */
  public static MachineTemplate of(String before, String after) {
    return SYNTHESIZED.computeIfAbsent(
        List.of(before, after),
        key -> {
          try {
            Path file = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");
            return synthesize(BlueprintLoader.parse(Files.readString(file).replace(before, after)));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** Of the project's blueprint. */
  public static MachineTemplate ofBlueprint() {
    return of("", "");
  }

  private static MachineTemplate synthesize(Blueprint blueprint) throws IOException {
    Stack stack = new Stack(new App(), "Stack");
    String deployment = blueprint.deployment();
    MachineIdentity identity = MachineIdentity.of(blueprint, UserData.of(blueprint).text());
    ParameterNames names = new ParameterNames(blueprint.parameterPath());
    SimpleVpc network = new SimpleVpc(stack, "Network", deployment, identity.network());
    DataVolume volume = new DataVolume(stack, "DataVolume", DataVolumeProps.of(blueprint));
    BackupBucket backups =
        new BackupBucket(stack, "Backups", blueprint.services().backup().keepDays());
    ServiceLogs logs = new ServiceLogs(stack, "Logs", deployment);
    InstanceRole role =
        new InstanceRole(
            stack,
            "InstanceRole",
            InstanceRoleProps.builder()
                .identity(identity)
                .parameters(names)
                .network(network)
                .volume(volume)
                .backups(backups.bucket())
                .build());
    HostBundleRelease bundle =
        new HostBundleRelease(
            stack,
            "HostBundle",
            HostBundleReleaseProps.builder()
                .zip(Files.write(Files.createTempFile("bundle", ".zip"), new byte[] {1}))
                .sha256(BUNDLE)
                .bucket(backups.bucket())
                .names(names)
                .build());
    SpotInstance instance =
        new SpotInstance(
            stack,
            "Machine",
            SpotInstanceProps.builder()
                .identity(identity)
                .network(network)
                .role(role)
                .volume(volume)
                .build());
    CloudFrontLeftovers leftovers =
        new CloudFrontLeftovers(stack, "CloudFrontLeftovers", deployment, network);
    instance.madeAfter(leftovers.resource());
    instance.madeAfter(logs.group());
    instance.madeAfter(bundle.parameter());
    if (blueprint.machine().purchase() != Purchase.ON_DEMAND) {
      instance.madeAfter(new SpotSweeper(stack, "SpotSweeper", identity, role).resource());
      new SpotCancellation(stack, "SpotCancellation", identity, instance);
    }
    HealthGate gate = new HealthGate(stack, "Health", identity);
    new OwnerParameter(stack, "Owner", names, instance, gate);
    BundleAssociation association = new BundleAssociation(stack, "Bundle", BUNDLE, instance);
    association.madeAfter(bundle.parameter());
    association.madeAfter(gate.gate());
    return new MachineTemplate(identity, Template.fromStack(stack));
  }

  /** The only resource of a type. */
  public JsonNode only(String type) {
    return resource(onlyId(type));
  }

  /** The logical id of the only resource of a type. */
  public String onlyId(String type) {
    List<String> ids = ids(type);
    if (ids.size() != 1) {
      throw new AssertionError("there are %d resources of type %s".formatted(ids.size(), type));
    }
    return ids.get(0);
  }

  /** The logical ids of the resources of a type. */
  public List<String> ids(String type) {
    return List.copyOf(template.findResources(type).keySet());
  }

  /** A resource by its logical id. */
  public JsonNode resource(String id) {
    return resources().path(id);
  }

  /** Every resource. */
  public JsonNode resources() {
    return new ObjectMapper().<JsonNode>valueToTree(template.toJSON()).path("Resources");
  }

  /** The logical ids that a resource depends on, refers to, or does so through others. */
  public List<String> before(String id) {
    JsonNode resources = resources();
    List<String> found = new ArrayList<>(List.of(id));
    for (int i = 0; i < found.size(); i++) {
      references(resources.path(found.get(i))).stream()
          .filter(resources::has)
          .filter(reference -> !found.contains(reference))
          .forEach(found::add);
    }
    return found.subList(1, found.size());
  }

  private static List<String> references(JsonNode node) {
    List<String> found = new ArrayList<>();
    node.findValues("Ref").forEach(value -> found.add(value.asText()));
    node.findValues("Fn::GetAtt").forEach(value -> found.add(value.path(0).asText()));
    node.path("DependsOn").forEach(value -> found.add(value.asText()));
    return found;
  }
}
