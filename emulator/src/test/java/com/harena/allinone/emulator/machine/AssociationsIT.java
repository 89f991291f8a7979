package com.harena.allinone.emulator.machine;

import static com.harena.allinone.emulator.machine.LocalWorld.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.AssociationOverview;
import software.amazon.awssdk.services.ssm.model.InvalidDocumentException;
import software.amazon.awssdk.services.ssm.model.InvalidTargetException;
import software.amazon.awssdk.services.ssm.model.Target;

class AssociationsIT {
  private static final String SCRIPT =
      "/usr/local/sbin/allinone-start %s"
          + " || { systemctl restart --no-block allinone.service; exit 1; }";

  @TempDir static Path folder;
  private static LocalWorld world;
  private static LocalDeployment deployment;
  private static SsmClient ssm;
  private static String volume;
  private static String machine;

  @BeforeAll
  static void start() {
    world = LocalWorld.start(folder, 100);
    deployment = new LocalDeployment(world);
    ssm = world.client(SsmClient.builder());
    volume = deployment.volume();
    machine = deployment.launch(volume);
    deployment.own(machine, "none");
    serving();
  }

  @AfterAll
  static void stop() {
    if (ssm != null) {
      ssm.close();
    }
    if (world != null) {
      world.close();
    }
  }

  @AfterEach
  void forget() {
    world.instances().machines().healthy(instance -> true);
    ssm.listAssociations()
        .associations()
        .forEach(each -> ssm.deleteAssociation(call -> call.associationId(each.associationId())));
  }

  @Test
  void bringsABundleToTheRunningInstanceOnceForEachVersion() {
    String second = deployment.bundle("second");
    String id = create(second, instanceIds(machine));
    eventually("success", () -> status(id).equals("Success"));
    assertThat(boots(second)).isEqualTo(1);

    String third = deployment.bundle("third");
    ssm.updateAssociation(
        call ->
            call.associationId(id)
                .parameters(Map.of("commands", List.of(SCRIPT.formatted(third))))
                .targets(instanceIds(machine)));
    eventually("the new version's run", () -> boots(third) == 1);
    eventually("success again", () -> status(id).equals("Success"));
    assertThat(overview(id).associationStatusAggregatedCount()).containsEntry("Success", 1);
  }

  @Test
  void runsWhenAStoppedInstanceComesBackAndNotAtTheStartAfterThat() {
    String bundle = deployment.bundle("by tag");
    String id = stopped(() -> create(bundle, tag("harena-production")));
    eventually("success", () -> status(id).equals("Success"));
    stopped(() -> id);
    eventually("serving", () -> world.instances().machines().serves(machine));
    assertThat(runs(bundle)).isEqualTo(1);
  }

  @Test
  void handsABundleThatFailsToTheUnitWhichServesTheLastGoodOne() {
    String good = deployment.bundle("good");
    String first = create(good, instanceIds(machine));
    eventually("success", () -> status(first).equals("Success"));
    String bad = deployment.bundle("bad");
    world
        .instances()
        .machines()
        .healthy(instance -> !journal().contains("starting bundle " + bad) || fallenBack(good));
    String id = create(bad, instanceIds(machine));
    eventually("failure", () -> status(id).equals("Failed"));
    serving();
    assertThat(journal()).contains("bundle %s failed: the last good one, %s".formatted(bad, good));
  }

  @Test
  void leavesOtherInstancesAloneAndOtherScriptsUnrun() {
    String other = create(deployment.bundle("elsewhere"), instanceIds("i-0123456789abcdef0"));
    String tagged = create(deployment.bundle("for others"), tag("another-deployment"));
    String unknown =
        ssm.createAssociation(
                call ->
                    call.name("AWS-RunShellScript")
                        .parameters(Map.of("commands", List.of("reboot")))
                        .targets(instanceIds("*")))
            .associationDescription()
            .associationId();
    eventually("failure", () -> status(unknown).equals("Failed"));
    assertThat(journal()).contains("this machine cannot run: reboot");
    assertThat(status(other)).isEqualTo("Pending");
    assertThat(status(tagged)).isEqualTo("Pending");
  }

  @Test
  void reachesNoInstanceWhoseRoleMayNotReport() {
    try (IamClient iam = world.client(IamClient.builder())) {
      String denial =
          "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\","
              + "\"Action\":\"ssm:UpdateInstanceInformation\",\"Resource\":\"*\"}]}";
      iam.putRolePolicy(
          call -> call.roleName(LocalDeployment.ROLE).policyName("silent").policyDocument(denial));
      String id = stopped(() -> create(deployment.bundle("unheard"), instanceIds(machine)));
      eventually("silence", () -> journal().contains("perform: ssm:UpdateInstanceInformation"));
      serving();
      assertThat(status(id)).isEqualTo("Pending");
      iam.deleteRolePolicy(call -> call.roleName(LocalDeployment.ROLE).policyName("silent"));
      stopped(() -> id);
      eventually("success", () -> status(id).equals("Success"));
    }
  }

  @Test
  void refusesDocumentsAndTargetsThatItDoesNotKnow() {
    assertThatThrownBy(() -> ssm.createAssociation(call -> call.name("AWS-PatchEverything")))
        .isInstanceOf(InvalidDocumentException.class)
        .hasMessageContaining("AWS-PatchEverything does not exist");
    Target group = Target.builder().key("resource-groups:Name").values("all").build();
    assertThatThrownBy(() -> create("0", group))
        .isInstanceOf(InvalidTargetException.class)
        .hasMessageContaining("resource-groups:Name");
  }

  /** Does something while the instance is stopped. */
  private static String stopped(Supplier<String> meanwhile) {
    world.ec2().stopInstances(call -> call.instanceIds(machine));
    eventually("stopped", () -> world.state(machine).equals("stopped"));
    String result = meanwhile.get();
    world.ec2().startInstances(call -> call.instanceIds(machine));
    return result;
  }

  private static void serving() {
    eventually("serving", () -> world.instances().machines().serves(machine));
  }

  private static String create(String sha256, Target target) {
    return ssm.createAssociation(
            call ->
                call.name("AWS-RunShellScript")
                    .parameters(Map.of("commands", List.of(SCRIPT.formatted(sha256))))
                    .targets(target))
        .associationDescription()
        .associationId();
  }

  private static Target instanceIds(String id) {
    return Target.builder().key("InstanceIds").values(id).build();
  }

  private static Target tag(String value) {
    return Target.builder().key("tag:allinone:deployment").values(value).build();
  }

  private static String status(String id) {
    return overview(id).status();
  }

  private static AssociationOverview overview(String id) {
    return ssm.describeAssociation(call -> call.associationId(id))
        .associationDescription()
        .overview();
  }

  private static String journal() {
    return String.join("\n", world.instances().machines().journal(machine));
  }

  private static boolean fallenBack(String good) {
    return journal().contains("the last good one, " + good);
  }

  private static long boots(String sha256) {
    return journal().lines().filter(line -> line.endsWith("starting bundle " + sha256)).count();
  }

  private static long runs(String sha256) {
    return journal().lines().filter(line -> line.endsWith("runs allinone-start " + sha256)).count();
  }
}
