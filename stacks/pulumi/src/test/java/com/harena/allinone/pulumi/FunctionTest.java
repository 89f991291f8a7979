package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.harena.allinone.handler.HandlerFunction;
import com.harena.allinone.handler.HandlerSource;
import com.harena.allinone.machine.Permission;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.pulumi.testing.Registered;
import com.harena.allinone.pulumi.testing.Sample;
import com.pulumi.asset.AssetArchive;
import com.pulumi.asset.StringAsset;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FunctionTest {
  private static final String LOGS = LogicalId.of("SpotSweeper", "Handler", "Logs");

  private static Function sweeper(Stage stage) {
    Output<List<Permission>> permissions =
        Output.of(List.of(Permission.allow("Look", "ec2:DescribeInstances").onAnything().build()));
    return new Function(
        stage, HandlerFunction.spotSweeper(), permissions, "SpotSweeper", "Handler");
  }

  private static Invoked.Builder invoked(Stage stage) {
    return sweeper(stage)
        .invoked("Custom::SpotSweeper", "SpotSweeper", "1a2b3c4d")
        .id("1a2b3c4d")
        .property("Suffix", "1a2b3c4d");
  }

  private static Registered invocation(Recording recording) {
    return recording.resource(LogicalId.of("SpotSweeper", "1a2b3c4d"));
  }

  @Test
  void runsTheSourceOfTheCloudFormationHandlerBehindTheAdaptor() {
    Recording recording = Recording.of(context -> sweeper(new Stage(Sample.blueprint())));
    Registered function = recording.resource(LogicalId.of("SpotSweeper", "Handler", "Function"));
    assertThat(function.inputs())
        .containsAllEntriesOf(
            Map.of(
                "runtime",
                "nodejs22.x",
                "handler",
                "pulumi.handler",
                "architectures",
                List.of("arm64"),
                "timeout",
                900.0,
                "memorySize",
                256.0,
                "loggingConfig",
                Map.of("logFormat", "Text", "logGroup", "ref:%s.name".formatted(LOGS))));
    assertThat(function.inputs().get("code"))
        .usingRecursiveComparison()
        .isEqualTo(
            new AssetArchive(
                Map.of(
                    "handler.js", new StringAsset(HandlerSource.spotSweeper().code()),
                    "pulumi.js", new StringAsset(HandlerSource.pulumiAdaptor()))));
  }

  @Test
  void mayWriteItsOwnLogAndDoWhatIsListed() {
    Recording recording = Recording.of(context -> sweeper(new Stage(Sample.blueprint())));
    Registered role = recording.resource(LogicalId.of("SpotSweeper", "Handler", "Role"));
    assertThat(role.text("assumeRolePolicy"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Action\":\"sts:AssumeRole\",\"Effect\":\"Allow\",\"Principal\":{\"Service\":\"lambda.amazonaws.com\"}}]}");
    assertThat(role.inputs().get("inlinePolicies"))
        .isEqualTo(
            List.of(
                Map.of(
                    "name",
                    "handler",
                    "policy",
                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"OwnLog\",\"Effect\":\"Allow\",\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],\"Resource\":\"arn:aws:test:eu-west-3:123456789012:ref:%s:*\"},{\"Sid\":\"Look\",\"Effect\":\"Allow\",\"Action\":\"ec2:DescribeInstances\",\"Resource\":\"*\"}]}"
                        .formatted(LOGS))));
    assertThat(recording.resource(LOGS).inputs()).containsEntry("retentionInDays", 7.0);
  }

  @Test
  void isReplacedByAnotherPhysicalIdOnlyAndNewBeforeOld() {
    Recording recording = Recording.of(context -> invoked(new Stage(Sample.blueprint())).build());
    Registered invocation = invocation(recording);
    assertThat(invocation.inputs())
        .containsEntry("lifecycleScope", "CRUD")
        .containsEntry("triggers", Map.of("id", "1a2b3c4d"))
        .containsEntry(
            "input",
            "{\"kind\":\"Custom::SpotSweeper\",\"id\":\"1a2b3c4d\",\"properties\":{\"Suffix\":\"1a2b3c4d\"}}");
    assertThat(invocation.options().getReplaceOnChanges()).containsExactly("triggers");
    assertThat(invocation.options().getDeleteBeforeReplaceOptional()).hasValue(false);
    assertThat(invocation.hides("result")).isFalse();
  }

  @Test
  void keepsInputAndAnswerOfASecretOutOfTheState() {
    Recording recording =
        Recording.of(context -> invoked(new Stage(Sample.blueprint())).secret().build());
    assertThat(invocation(recording).hides("result")).isTrue();
    assertThat(invocation(recording).hides("input")).isTrue();
  }

  @Test
  void readsTheAnswer() {
    AtomicReference<Output<String>> group = new AtomicReference<>();
    Recording.of(
        context -> group.set(invoked(new Stage(Sample.blueprint())).build().answer("GroupId")));
    assertThat(PulumiTest.extractValue(group.get()))
        .isEqualTo("ref:%s.GroupId".formatted(LogicalId.of("SpotSweeper", "1a2b3c4d")));
  }

  @Test
  void refusesToBeWithoutAPhysicalId() {
    Recording.of(
        context ->
            assertThatIllegalStateException()
                .isThrownBy(
                    () ->
                        sweeper(new Stage(Sample.blueprint()))
                            .invoked("Custom::SpotSweeper", "SpotSweeper", "1")
                            .build())
                .withMessageContaining("has no physical id"));
  }
}
