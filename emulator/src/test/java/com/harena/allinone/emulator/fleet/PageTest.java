package com.harena.allinone.emulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
  private static final List<Long> ALL = List.of(1L, 2L, 3L, 5L, 8L, 13L, 21L);

  @Test
  void isEverythingUnlessACallSaysHowMany() {
    assertThat(of()).isEqualTo(ALL);
    assertThat(of("MaxResults", "5")).containsExactly(1L, 2L, 3L, 5L, 8L);
  }

  @Test
  void goesOnAfterTheLastOneThatWasToldAlsoWhenThatHasGone() {
    assertThat(of("MaxResults", "5", "NextToken", Page.token(8))).containsExactly(13L, 21L);
    assertThat(of("NextToken", Page.token(9))).containsExactly(13L, 21L);
    assertThat(of("NextToken", Page.token(21))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"4", "1001", "-5", "many", "99999999999"})
  void refusesASizeThatEc2DoesNotHave(String size) {
    assertThatThrownBy(() -> of("MaxResults", size))
        .isInstanceOfSatisfying(
            Ec2Failure.class, e -> assertThat(e.code()).isEqualTo("InvalidParameterValue"))
        .hasMessageContainingAll(size, "from 5 to 1000");
  }

  @Test
  void refusesPagesOfInstancesThatAreNamed() {
    assertThatThrownBy(() -> of("MaxResults", "5", "InstanceId.1", "i-1"))
        .hasMessageContaining("cannot be used with the parameter maxResults");
  }

  @ParameterizedTest
  @ValueSource(strings = {"after-", "13", "after-x"})
  void refusesATokenThatItDidNotGive(String token) {
    assertThatThrownBy(() -> of("NextToken", token)).hasMessage("Unable to parse pagination token");
  }

  private static List<Long> of(String... pairs) {
    return Page.of(Ec2Call.of("DescribeInstances", pairs)).of(ALL, each -> each);
  }
}
