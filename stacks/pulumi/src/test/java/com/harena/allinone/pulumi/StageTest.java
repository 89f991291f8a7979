package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.pulumi.testing.Registered;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StageTest {
  private static final String OBJECT = "aws:s3/bucketObjectv2:BucketObjectv2";

  /** S3 takes ten tags of an object, and refuses it with more. */
  @Test
  void leavesTheBlueprintsTagsToWhateverIsNoObject() {
    Map<String, List<String>> byProvider =
        WholeStack.sample().recording().all().stream()
            .filter(each -> !each.type().startsWith("pulumi:"))
            .collect(
                Collectors.groupingBy(
                    each -> each.options().getProvider().orElseThrow().pulumiResourceName(),
                    Collectors.mapping(Registered::type, Collectors.toList())));
    assertThat(byProvider).containsOnlyKeys("Provider", "Untagged");
    assertThat(byProvider.get("Untagged")).containsExactly(OBJECT, OBJECT);
    assertThat(byProvider.get("Provider")).doesNotContain(OBJECT);
    assertThat(WholeStack.sample().recording().resource("Untagged").inputs())
        .doesNotContainKey("defaultTags");
  }
}
