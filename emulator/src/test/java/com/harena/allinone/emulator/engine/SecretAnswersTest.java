package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.fixture.Local;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a custom resource answers with NoEcho is used, and told by nothing but outputs. */
class SecretAnswersTest {
  private static final String SECRET = "secret-1/value";
  private static final String STACK =
      """
      Resources:
        Secret: {Type: "Custom::Secret", Properties: {ServiceToken: token, Hide: %s}}
        Told:
          Type: AWS::SSM::Parameter
          Properties: {Type: String, Value: !Sub "%s${Secret.value}"}
      Outputs:
        Given: {Value: !GetAtt Secret.value}
      """;

  private final Local local = new Local();

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void reachesTheResourceThatUsesItAndNoEvent() {
    local.deploy(STACK.formatted(true, "is "));

    assertThat(local.cloud.things().values())
        .extracting(Object::toString)
        .anyMatch(thing -> thing.contains("is " + SECRET));
    assertThat(events()).noneMatch(event -> event.contains(SECRET));
    assertThat(events()).anyMatch(event -> event.contains("is ****"));
    assertThat(
            local.engine.describeStackResources(
                Optional.of("app"), Optional.empty(), Optional.empty()))
        .extracting(Object::toString)
        .noneMatch(resource -> resource.contains(SECRET));
  }

  @Test
  void isToldAsItIsWhenTheProviderDoesNotHideIt() {
    local.deploy(STACK.formatted(false, "is "));

    assertThat(events()).anyMatch(event -> event.contains("is " + SECRET));
  }

  @Test
  void standsInNoChangeSet() {
    local.deploy(STACK.formatted(true, "is "));

    ChangeSetDescription changes =
        local.changeSet(Local.request("app").template(STACK.formatted(true, "was ")).build());

    assertThat(changes.changes()).isNotEmpty();
    assertThat(changes.toString()).contains("is ****").doesNotContain(SECRET);
  }

  @Test
  void standsInNoReasonOfAFailure() {
    local.deploy(STACK.formatted(true, "is "));
    local.deploy(STACK.formatted(true, "REFUSED-BY-THE-SERVICE "));

    assertThat(local.stack("app").status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
    assertThat(events()).noneMatch(event -> event.contains(SECRET));
    assertThat(local.failures("app")).isNotEmpty().noneMatch(each -> each.contains(SECRET));
  }

  @Test
  void isToldByAnOutputAsOnAws() {
    assertThat(local.deploy(STACK.formatted(true, "is ")).outputs())
        .extracting(OutputValue::value)
        .containsExactly(SECRET);
  }

  private List<String> events() {
    return local.engine.describeStackEvents("app").stream().map(Object::toString).toList();
  }
}
