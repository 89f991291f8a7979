package com.harena.allinone.pulumi.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudfront.inputs.DistributionOriginArgs;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.Either;
import com.pulumi.core.Output;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RequiredInputsTest {
  static Stream<String> samples() {
    return Samples.names().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyResourceHasWhatItsTypeRequires(String sample) {
    assertThat(Comparison.of(sample).registered().values())
        .flatExtracting(each -> RequiredInputs.faults(each.name(), each.arguments()))
        .isEmpty();
  }

  @Test
  void namesWhatIsMissing() {
    assertThat(RequiredInputs.faults("Role", RoleArgs.Empty))
        .containsExactly("Role.assumeRolePolicy is required");
    assertThat(RequiredInputs.faults("Origin", DistributionOriginArgs.Empty))
        .containsExactlyInAnyOrder("Origin.domainName is required", "Origin.originId is required");
  }

  @Test
  void namesAValueThatTheProviderDoesNotKnow() {
    FunctionArgs newer =
        FunctionArgs.builder().role("role").runtime(Output.of(Either.ofLeft("nodejs24.x"))).build();
    List<String> faults = RequiredInputs.faults("Function", newer);
    assertThat(faults).singleElement().asString().startsWith("Function.runtime is none of");
    assertThat(faults.get(0)).contains("nodejs22.x").endsWith("nodejs24.x");
  }
}
