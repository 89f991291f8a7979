package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.fixture.Local;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an update changes, replaces, removes and leaves alone. */
class UpdatesTest {
  /** A queue whose name is create-only; a parameter that tells it; a topic beside them. */
  private static final String CHAIN =
      """
      Resources:
        Topic: {Type: "AWS::SNS::Topic", Properties: {DisplayName: %s}}
        Queue: {Type: "AWS::SQS::Queue", Properties: {FifoQueue: %s, DelaySeconds: %s}}
        Told: {Type: "AWS::SSM::Parameter", Properties: {Type: String, Value: !GetAtt Queue.Arn}}
      """;

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  private static String chain(String display, boolean fifo, int delay) {
    return CHAIN.formatted(display, fifo, delay);
  }

  private static List<String> summary(ChangeSetDescription changeSet) {
    return changeSet.changes().stream()
        .map(each -> each.action() + " " + each.logicalId() + " " + each.replacement().orElse("-"))
        .toList();
  }

  @Test
  void changesInPlaceOnlyWhatDiffers() {
    local.deploy(chain("one", true, 1));
    local.cloud.clearLog();
    assertThat(local.deploy(chain("two", true, 1)).status()).isEqualTo("UPDATE_COMPLETE");
    assertThat(local.cloud.log()).containsExactly("update Topic");
  }

  @Test
  void replacesBeforeItRemovesAndTellsTheDependants() {
    local.deploy(chain("one", true, 1));
    local.cloud.clearLog();
    assertThat(local.deploy(chain("one", false, 1)).status()).isEqualTo("UPDATE_COMPLETE");
    assertThat(local.cloud.log()).containsExactly("create Queue", "update Told", "delete Queue");
    assertThat(local.events("app"))
        .endsWith(
            "Told UPDATE_COMPLETE",
            "app UPDATE_COMPLETE_CLEANUP_IN_PROGRESS",
            "Queue DELETE_IN_PROGRESS",
            "Queue DELETE_COMPLETE",
            "app UPDATE_COMPLETE");
  }

  @Test
  void describesAReplacementAndWhatFollowsFromIt() {
    local.deploy(chain("one", true, 1));
    ChangeSetDescription changeSet = local.changeSet(chain("one", false, 1));
    assertThat(summary(changeSet)).containsExactly("Modify Queue True", "Modify Told False");
    ResourceChange queue = changeSet.changes().get(0);
    assertThat(queue.policyAction()).contains("ReplaceAndDelete");
    assertThat(queue.scope()).containsExactly("Properties");
    assertThat(queue.details())
        .singleElement()
        .satisfies(
            detail -> {
              assertThat(detail.name()).contains("FifoQueue");
              assertThat(detail.requiresRecreation()).isEqualTo("Always");
              assertThat(detail.beforeValue()).contains("true");
              assertThat(detail.afterValue()).contains("false");
              assertThat(detail.changeSource()).contains("DirectModification");
            });
    assertThat(changeSet.changes().get(1).details())
        .singleElement()
        .satisfies(
            detail -> {
              assertThat(detail.evaluation()).isEqualTo("Dynamic");
              assertThat(detail.changeSource()).contains("ResourceAttribute");
              assertThat(detail.causingEntity()).contains("Queue.Arn");
              assertThat(detail.afterValue()).contains("{{changeSet:KNOWN_AFTER_APPLY}}");
            });
  }

  @Test
  void saysThatNothingChanges() {
    local.deploy(chain("one", true, 1));
    ChangeSetDescription changeSet = local.changeSet(chain("one", true, 1));
    assertThat(changeSet.status()).isEqualTo("FAILED");
    assertThat(changeSet.executionStatus()).isEqualTo("UNAVAILABLE");
    assertThat(changeSet.statusReason())
        .contains(
            "The submitted information didn't contain changes. Submit different information to"
                + " create a change set.");
    assertThatThrownBy(
            () ->
                local.engine.updateStack(
                    Local.request("app").template(chain("one", true, 1)).build()))
        .isInstanceOf(ApiFailure.class)
        .hasMessage("No updates are to be performed.");
  }

  @Test
  void tellsTheParameterThatCausesAChange() {
    String template =
        "{Parameters: {Name: {Type: String}}, Resources: {T: {Type: 'AWS::SNS::Topic', Properties:"
            + " {DisplayName: !Ref Name}}}}";
    local.deploy(template, ParameterInput.of("Name", "one"));
    ChangeSetDescription changeSet =
        local.changeSet(
            Local.request("app")
                .template(template)
                .parameters(List.of(ParameterInput.of("Name", "two")))
                .build());
    ChangeDetail detail = changeSet.changes().get(0).details().get(0);
    assertThat(detail.changeSource()).contains("ParameterReference");
    assertThat(detail.causingEntity()).contains("Name");
  }

  @Test
  void keepsPreviousValuesAndThePreviousTemplate() {
    String template =
        "{Parameters: {A: {Type: String}, B: {Type: String}}, Resources: {T: {Type:"
            + " 'AWS::SNS::Topic', Properties: {DisplayName: !Sub '${A}${B}'}}}}";
    local.deploy(template, ParameterInput.of("A", "a"), ParameterInput.of("B", "b"));
    local.deploy(
        Local.request("app")
            .parameters(List.of(ParameterInput.previous("A"), ParameterInput.of("B", "c"))));
    assertThat(local.cloud.shape()).containsEntry("T", "{\"DisplayName\":\"ac\"} {}");
  }

  @Test
  void retagsWhatCanHaveTagsWhenTheStacksTagsChange() {
    local.deploy(chain("one", true, 1));
    local.cloud.clearLog();
    StackRequest.Builder tagged =
        Local.request("app").template(chain("one", true, 1)).tags(Map.of("owner", "me"));
    StackDescription stack = local.deploy(tagged);
    assertThat(stack.tags()).containsEntry("owner", "me");
    assertThat(local.cloud.log()).containsExactly("update Topic", "update Queue", "update Told");
    assertThat(local.cloud.things().values())
        .allSatisfy(each -> assertThat(each.tags()).containsEntry("owner", "me"));
    local.cloud.clearLog();
    local.deploy(tagged);
    assertThat(local.cloud.log()).isEmpty();
  }

  @Test
  void addsAndRemovesInTheOrderOfTheirNeeds() {
    String base = "Resources:\n  Keep: {Type: 'AWS::SNS::Topic'}\n";
    String more =
        base
            + "  Second: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref First}}\n"
            + "  First: {Type: 'AWS::SNS::Topic', DependsOn: Keep}\n";
    local.deploy(base);
    local.cloud.clearLog();
    local.deploy(more);
    local.deploy(base);
    assertThat(local.cloud.log())
        .containsExactly("create First", "create Second", "delete Second", "delete First");
  }

  @Test
  void refusesToChangeAType() {
    local.deploy("Resources: {A: {Type: 'AWS::SNS::Topic'}}");
    assertThatThrownBy(() -> local.changeSet("Resources: {A: {Type: 'AWS::SQS::Queue'}}"))
        .hasMessageContaining("Update of resource type is not permitted")
        .hasMessageEndingWith("[A]");
  }

  @Test
  void refusesToGuessWhetherAChangeReplaces() {
    String template =
        "Resources: {I: {Type: 'AWS::EC2::Instance', Properties: {ImageId: ami-1, SecurityGroupIds:"
            + " [%s]}}}";
    local.deploy(template.formatted("sg-1"));
    assertThatThrownBy(() -> local.changeSet(template.formatted("sg-2")))
        .hasMessageContaining("SecurityGroupIds")
        .hasMessageContaining("refuses to guess");
  }

  @Test
  void failsToReplaceWhatHasANameOfItsOwn() {
    String template =
        "Resources: {L: {Type: 'AWS::IAM::Role', Properties: {RoleName: mine, Path: %s,"
            + " AssumeRolePolicyDocument: {}}}}";
    local.deploy(template.formatted("/a/"));
    local.cloud.clearLog();
    assertThat(local.deploy(template.formatted("/b/")).status())
        .isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(local.failures("app"))
        .contains(
            "L: CloudFormation cannot update a stack when a custom-named resource requires"
                + " replacing. Rename mine and update the stack again.");
    assertThat(local.cloud.log()).isEmpty();
  }

  @Test
  void failsAChangeThatTheDocumentationForbids() {
    String template =
        "Resources: {V: {Type: 'AWS::EC2::Volume', Properties: {AvailabilityZone: eu-west-1a, Size:"
            + " %d}}}";
    local.deploy(template.formatted(50));
    local.cloud.clearLog();
    assertThat(local.deploy(template.formatted(40)).status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(local.failures("app"))
        .anyMatch(each -> each.contains("does not support sizing down"));
    assertThat(local.cloud.log()).isEmpty();
  }

  @Test
  void countsMetadataAndPoliciesAndOutputsAsChanges() {
    local.deploy("Resources: {A: {Type: 'AWS::SNS::Topic'}}");
    ChangeSetDescription changeSet =
        local.changeSet(
            "Resources: {A: {Type: 'AWS::SNS::Topic', Metadata: {m: 1}, DeletionPolicy: Retain}}");
    assertThat(changeSet.changes().get(0).scope()).containsExactly("Metadata", "DeletionPolicy");
    local.cloud.clearLog();
    StackDescription stack =
        local.deploy("{Resources: {A: {Type: 'AWS::SNS::Topic'}}, Outputs: {O: {Value: !Ref A}}}");
    assertThat(stack.status()).isEqualTo("UPDATE_COMPLETE");
    assertThat(stack.outputs()).extracting(OutputValue::value).containsExactly("a-1");
    assertThat(local.cloud.log()).isEmpty();
  }
}
