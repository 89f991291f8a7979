package com.harena.allinone.stack;

import com.harena.allinone.blueprint.Fault;
import java.util.List;
import software.amazon.awscdk.CfnRule;
import software.amazon.awscdk.CfnRuleAssertion;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;

/**
 * Makes a template that still holds placeholders one that can be read and compared but not
 * deployed, whatever deploys it: a rule of the template that never holds, which CloudFormation
 * checks before it makes anything.
 */
final class RefusedPlaceholders {
  private RefusedPlaceholders() {}

  static void in(Stack stack, List<Fault> placeholders) {
    if (placeholders.isEmpty()) {
      return;
    }
    CfnRule.Builder.create(stack, "NoPlaceholders")
        .assertions(placeholders.stream().map(RefusedPlaceholders::refusal).toList())
        .build();
  }

  private static CfnRuleAssertion refusal(Fault placeholder) {
    return CfnRuleAssertion.builder()
        .assertValue(Fn.conditionEquals("placeholder", "none"))
        .assertDescription(placeholder.message())
        .build();
  }
}
