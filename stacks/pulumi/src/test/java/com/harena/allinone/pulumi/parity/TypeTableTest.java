package com.harena.allinone.pulumi.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TypeTableTest {
  /** Types that only the CDK's stack has; the page says what the program does instead. */
  private static final Set<String> OF_CDK_ALONE =
      Set.of("AWS::CloudFormation::WaitCondition", "AWS::CloudFormation::WaitConditionHandle");

  private static Stream<Normalized> cdk() {
    return Samples.names().stream().flatMap(name -> Comparison.of(name).cdk().values().stream());
  }

  private static Stream<Normalized> pulumi() {
    return Samples.names().stream().flatMap(name -> Comparison.of(name).pulumi().values().stream());
  }

  @Test
  void mapsEveryTypeOfOurs() {
    Set<String> types = cdk().map(Normalized::type).collect(Collectors.toSet());
    Set<String> mapped = new TreeSet<>(Comparison.TABLE.mappings().keySet());
    mapped.addAll(OF_CDK_ALONE);
    assertThat(mapped).containsExactlyInAnyOrderElementsOf(types);
  }

  @Test
  void mapsNoPropertyThatNeitherEngineHas() {
    List<Normalized> all = Stream.concat(cdk(), pulumi()).toList();
    assertThat(Comparison.TABLE.mappings().values())
        .flatExtracting(
            mapping ->
                mapping.allRules().stream()
                    .filter(rule -> all.stream().noneMatch(each -> uses(each, mapping, rule)))
                    .map(rule -> mapping.cloudFormation() + " " + rule)
                    .toList())
        .isEmpty();
  }

  private static boolean uses(Normalized resource, TypeMapping mapping, PropertyRule rule) {
    boolean[] used = {false};
    if (resource.type().equals(mapping.cloudFormation())) {
      rule.cloudFormation().each(resource.properties(), (place, value) -> used[0] = true);
    }
    return used[0];
  }
}
