package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.template.StackOutput;
import com.pulumi.core.Output;
import com.pulumi.test.PulumiTest;
import org.junit.jupiter.api.Test;

class StackOutputsTest {
  @Test
  void tellsEveryOutputOfTheCore() {
    Recording recording =
        Recording.of(
            context -> {
              StackOutputs outputs = new StackOutputs();
              for (StackOutput output : StackOutput.values()) {
                outputs.with(output, Output.of("the " + output));
              }
              outputs.tell(context);
            });

    assertThat(recording.outputs())
        .containsOnlyKeys(
            "SiteAddress",
            "DistributionId",
            "SiteBucketName",
            "InstanceId",
            "DataVolumeId",
            "BackupBucketName",
            "ParameterPath");
    assertThat(PulumiTest.extractValue(recording.outputs().get("InstanceId")))
        .isEqualTo("the INSTANCE_ID");
  }

  @Test
  void refusesToLeaveOneOut() {
    assertThatThrownBy(() -> Recording.of(context -> new StackOutputs().tell(context)))
        .hasMessageContaining("does not tell its outputs")
        .hasMessageContaining("SITE_ADDRESS");
  }
}
