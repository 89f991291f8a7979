package com.harena.allinone.emulator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustPolicyTest {
  private static final String ROLE = "arn:aws:iam::123456789012:role/role";
  private static final String LAMBDA = "'Principal':{'Service':'lambda.amazonaws.com'}";
  private static final String BOTH =
      "'Principal':{'Service':['ec2.amazonaws.com','lambda.amazonaws.com']}";
  private static final String ASSUME = "'Action':'sts:AssumeRole'";

  @Test
  void letsTheServicesThatItNames() {
    assertThat(allows("{'Effect':'Allow'," + ASSUME + "," + LAMBDA + "}")).isTrue();
    assertThat(allows("{'Effect':'Allow'," + ASSUME + "," + BOTH + "}")).isTrue();
    assertThat(allows("{'Effect':'Allow'," + ASSUME + ",'Principal':'*'}")).isTrue();
  }

  @Test
  void letsNoOther() {
    assertThat(allows("")).isFalse();
    assertThat(allows("{'Effect':'Allow'," + ASSUME + ",'Principal':{'AWS':'*'}}")).isFalse();
    assertThat(allows("{'Effect':'Allow','Action':'sts:TagSession'," + LAMBDA + "}")).isFalse();
    assertThat(
            allows(
                "{'Effect':'Allow',"
                    + ASSUME
                    + ",'Principal':{'Service':'scheduler.amazonaws.com'}}"))
        .isFalse();
  }

  @Test
  void aDenyOutdoesIt() {
    String allow = "{'Effect':'Allow'," + ASSUME + "," + LAMBDA + "}";
    assertThat(allows(allow + ",{'Effect':'Deny'," + ASSUME + "," + BOTH + "}")).isFalse();
  }

  @Test
  void itsConditionsMustHold() {
    String conditional =
        "{'Effect':'Allow',"
            + ASSUME
            + ","
            + LAMBDA
            + ",'Condition':{'StringEquals':{'aws:SourceAccount':'%s'}}}";
    assertThat(allows(conditional.formatted("123456789012"))).isTrue();
    assertThat(allows(conditional.formatted("210987654321"))).isFalse();
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> allows("{'Effect':'Allow'," + ASSUME + ",'NotPrincipal':{}}"))
        .isInstanceOf(UnknownToPolicies.class)
        .hasMessageContaining("NotPrincipal");
  }

  private static boolean allows(String statements) {
    String document = "{'Statement':[" + statements + "]}";
    ContextKeys context = ContextKeys.none().with("aws:SourceAccount", Optional.of("123456789012"));
    return TrustPolicy.parse(document.replace('\'', '"'))
        .allows("lambda.amazonaws.com", ROLE, context);
  }
}
