package com.harena.allinone.emulator.server.query;

import static com.harena.allinone.emulator.server.query.StackInput.required;

import com.harena.allinone.emulator.engine.CloudFormation;
import com.harena.allinone.emulator.engine.RollbackRequest;
import com.harena.allinone.emulator.server.Form;
import com.harena.allinone.emulator.server.Xml;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The actions that make, change and delete stacks. */
final class StackActions {
  private StackActions() {}

  static Map<String, CloudFormationService.Action> of(
      CloudFormation engine, TemplateText templates) {
    StackInput input = new StackInput(templates);
    return Map.of(
        "CreateStack", form -> id(engine.createStack(input.read(form, "OnFailure"))),
        "UpdateStack", form -> id(engine.updateStack(input.read(form, "OnFailure"))),
        "DeleteStack", form -> delete(engine, form),
        "UpdateTerminationProtection",
            form ->
                id(
                    engine.updateTerminationProtection(
                        required(form, "StackName"), form.flag("EnableTerminationProtection"))),
        "RollbackStack", form -> id(engine.rollbackStack(rollback(form, Set.of()))),
        "ContinueUpdateRollback", form -> continueRollback(engine, form));
  }

  private static String id(String stackId) {
    return Xml.element("StackId", stackId);
  }

  private static String delete(CloudFormation engine, Form form) {
    engine.deleteStack(
        required(form, "StackName"),
        new LinkedHashSet<>(form.list("RetainResources")),
        form.text("ClientRequestToken"));
    return "";
  }

  private static String continueRollback(CloudFormation engine, Form form) {
    engine.continueUpdateRollback(
        rollback(form, new LinkedHashSet<>(form.list("ResourcesToSkip"))));
    return "";
  }

  private static RollbackRequest rollback(Form form, Set<String> skip) {
    return new RollbackRequest(
        required(form, "StackName"),
        skip,
        false,
        form.flag("RetainExceptOnCreate"),
        form.text("ClientRequestToken"));
  }
}
