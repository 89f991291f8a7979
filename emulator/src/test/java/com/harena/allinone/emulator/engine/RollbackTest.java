package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.fixture.Local;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is left when something fails. */
class RollbackTest {
  private static final String BAD = "REFUSED-BY-THE-SERVICE";
  private static final String THREE =
      """
      Resources:
        One: {Type: "AWS::SQS::Queue", Properties: {FifoQueue: %s}%s}
        Two: {Type: "AWS::SNS::Topic", Properties: {DisplayName: !Ref One}}
        Three: {Type: "AWS::SNS::Topic", Properties: {DisplayName: %s}, DependsOn: Two}
      """;

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  private static String three(boolean fifo, String policy, String third) {
    return THREE.formatted(fifo, policy, third);
  }

  @Test
  void removesEverythingWhenACreationFails() {
    StackDescription stack = local.deploy(three(true, "", BAD));
    assertThat(stack.status()).isEqualTo("ROLLBACK_COMPLETE");
    assertThat(local.cloud.things()).isEmpty();
    assertThat(local.events("app"))
        .containsSubsequence(
            "Three CREATE_FAILED",
            "app ROLLBACK_IN_PROGRESS",
            "Two DELETE_COMPLETE",
            "One DELETE_COMPLETE",
            "app ROLLBACK_COMPLETE");
    assertThat(local.engine.describeStackEvents("app"))
        .anySatisfy(
            each ->
                assertThat(each.reason())
                    .contains(
                        "The following resource(s) failed to create: [Three]. Rollback requested by"
                            + " user."));
  }

  @Test
  void keepsWhatIsRetainedWhenACreationFailsUnlessExceptOnCreate() {
    local.deploy(three(true, ", DeletionPolicy: Retain", BAD));
    assertThat(local.cloud.shape()).containsOnlyKeys("One");
    local.delete();
    assertThat(local.cloud.shape()).containsOnlyKeys("One");
    local.deploy(three(true, ", DeletionPolicy: RetainExceptOnCreate", BAD));
    assertThat(local.cloud.things()).hasSize(1);
  }

  @Test
  void bringsTheStateBeforeBackWhenAnUpdateFails() {
    local.deploy(three(true, "", "fine"));
    Map<String, ?> before = local.cloud.things();
    StackDescription stack = local.deploy(three(false, "", BAD));
    assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(local.cloud.things()).isEqualTo(before);
    assertThat(local.engine.getTemplate("app", Optional.empty()))
        .isEqualTo(three(true, "", "fine"));
    assertThat(local.changeSet(three(true, "", "fine")).status()).isEqualTo("FAILED");
  }

  @Test
  void keepsTheReplacedAndTheRemovedThatAreRetained() {
    String retained = ", UpdateReplacePolicy: Retain, DeletionPolicy: Retain";
    local.deploy(three(true, retained, "fine"));
    local.deploy(three(false, retained, "fine"));
    assertThat(local.cloud.things()).hasSize(4);
    local.deploy("Resources: {Other: {Type: 'AWS::SNS::Topic'}}");
    assertThat(local.cloud.shape()).containsOnlyKeys("One", "Other");
    assertThat(local.events("app")).contains("One DELETE_SKIPPED");
  }

  @Test
  void leavesAFailedCreationWhenAskedAndRollsItBackLater() {
    StackRequest.Builder request =
        Local.request("app").template(three(true, "", BAD)).onFailure(OnStackFailure.DO_NOTHING);
    assertThat(local.deploy(request).status()).isEqualTo("CREATE_FAILED");
    assertThat(local.cloud.shape()).containsOnlyKeys("One", "Two");
    local.engine.rollbackStack(RollbackRequest.of("app"));
    assertThat(local.settled("app").status()).isEqualTo("ROLLBACK_COMPLETE");
    assertThat(local.cloud.things()).isEmpty();
  }

  @Test
  void goesOnFromAFailedUpdateWithoutLeavingAnythingBehind() {
    local.deploy(three(true, "", "fine"));
    StackRequest.Builder failing =
        Local.request("app").template(three(false, "", BAD)).onFailure(OnStackFailure.DO_NOTHING);
    assertThat(local.deploy(failing).status()).isEqualTo("UPDATE_FAILED");
    assertThat(local.deploy(three(false, "", "mended")).status()).isEqualTo("UPDATE_COMPLETE");
    assertThat(local.cloud.things()).hasSize(3);
    assertThat(local.delete().status()).isEqualTo("DELETE_COMPLETE");
    assertThat(local.cloud.things()).isEmpty();
  }

  @Test
  void rollsAFailedUpdateBackOnRequestAlsoAfterASecondFailure() {
    local.deploy(three(true, "", "fine"));
    Map<String, ?> before = local.cloud.things();
    local.deploy(
        Local.request("app").template(three(false, "", BAD)).onFailure(OnStackFailure.DO_NOTHING));
    local.deploy(
        Local.request("app")
            .template(three(true, "", BAD + "2"))
            .onFailure(OnStackFailure.DO_NOTHING));
    local.engine.rollbackStack(RollbackRequest.of("app"));
    assertThat(local.settled("app").status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(local.cloud.things()).isEqualTo(before);
  }

  @Test
  void deletesANewStackThatFailsWhenAsked() {
    StackRequest.Builder request =
        Local.request("app").template(three(true, "", BAD)).onFailure(OnStackFailure.DELETE);
    assertThat(local.deploy(request).status()).isEqualTo("DELETE_COMPLETE");
    assertThat(local.engine.describeStacks(Optional.empty())).isEmpty();
    assertThat(local.cloud.things()).isEmpty();
  }

  @Test
  void protectsFromDeletion() {
    local.deploy(three(true, "", "fine"));
    local.engine.updateTerminationProtection("app", true);
    assertThatThrownBy(local::delete)
        .hasMessage("Stack [app] cannot be deleted while TerminationProtection is enabled");
    local.engine.updateTerminationProtection("app", false);
    assertThat(local.delete().status()).isEqualTo("DELETE_COMPLETE");
    assertThatThrownBy(() -> local.stack("app")).hasMessage("Stack with id app does not exist");
  }

  @Test
  void refusesToDeleteOrChangeAnExportInUse() {
    String owner =
        "{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Outputs: {O: {Value: %s, Export: {Name:"
            + " shared}}}}";
    local.deploy(owner.formatted("x"));
    local.deploy(
        Local.request("user")
            .template(
                "Resources: {B: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !ImportValue"
                    + " shared}}}"));
    assertThat(local.engine.listExports())
        .containsExactly(new Export(local.stack("app").id(), "shared", "x"));
    assertThat(local.engine.listImports("shared")).containsExactly("user");
    assertThat(local.deploy(owner.formatted("y")).status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(local.delete().statusReason())
        .contains("Export shared cannot be deleted as it is in use by user");
    assertThat(local.cloud.things()).hasSize(2);
    local.engine.deleteStack("user", Set.of(), Optional.empty());
    assertThat(local.engine.awaitIdle("app", java.time.Duration.ofSeconds(5))).isTrue();
  }

  @Test
  void neverTellsASecret() {
    String template =
        "{Parameters: {Password: {Type: String, NoEcho: true}}, Resources: {S: {Type:"
            + " 'AWS::SSM::Parameter', Properties: {Type: String, Value: !Sub 'is ${Password}'}}}}";
    StackDescription stack = local.deploy(template, ParameterInput.of("Password", "hunter2hunter"));
    local.deploy(template, ParameterInput.of("Password", "another-one"));
    assertThat(stack.parameters()).extracting(ParameterValue::value).containsExactly("****");
    String told =
        local.engine.describeStackEvents("app")
            + local.engine.listStackResources("app").toString()
            + local.engine.describeStacks(Optional.empty())
            + local.changeSet(
                Local.request("app")
                    .template(template)
                    .parameters(List.of(ParameterInput.of("Password", "third-time")))
                    .build());
    assertThat(told)
        .contains("is ****")
        .doesNotContain("hunter2hunter")
        .doesNotContain("another-one")
        .doesNotContain("third-time");
  }
}
