package com.harena.allinone.emulator.server.query;

import static com.harena.allinone.emulator.server.query.StackInput.required;

import com.harena.allinone.emulator.engine.ChangeSetIds;
import com.harena.allinone.emulator.engine.ChangeSetRequest;
import com.harena.allinone.emulator.engine.ChangeSetRequest.ChangeSetType;
import com.harena.allinone.emulator.engine.CloudFormation;
import com.harena.allinone.emulator.engine.Execution;
import com.harena.allinone.emulator.engine.OnStackFailure;
import com.harena.allinone.emulator.server.Form;
import com.harena.allinone.emulator.server.Xml;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The actions on change sets. */
final class ChangeSetActions {
  private final CloudFormation engine;
  private final StackInput input;

  private ChangeSetActions(CloudFormation engine, StackInput input) {
    this.engine = engine;
    this.input = input;
  }

  static Map<String, CloudFormationService.Action> of(
      CloudFormation engine, TemplateText templates) {
    ChangeSetActions actions = new ChangeSetActions(engine, new StackInput(templates));
    return Map.of(
        "CreateChangeSet", actions::create,
        "DescribeChangeSet", actions::describe,
        "ExecuteChangeSet", actions::execute,
        "DeleteChangeSet", actions::delete,
        "ListChangeSets", actions::list);
  }

  private String create(Form form) throws IOException {
    ChangeSetType type =
        StackInput.choice(
            ChangeSetType.class,
            "changeSetType",
            form.text("ChangeSetType").orElse(ChangeSetType.UPDATE.name()));
    ChangeSetIds ids =
        engine.createChangeSet(
            new ChangeSetRequest(
                required(form, "ChangeSetName"),
                type,
                form.text("Description"),
                input.read(form, "OnStackFailure")));
    return Xml.element("Id", ids.id()) + Xml.element("StackId", ids.stackId());
  }

  private String describe(Form form) {
    return ChangeSetXml.whole(
        engine.describeChangeSet(
            form.text("StackName"),
            required(form, "ChangeSetName"),
            form.flag("IncludePropertyValues")));
  }

  private String execute(Form form) {
    Optional<OnStackFailure> onFailure =
        form.flag("DisableRollback") ? Optional.of(OnStackFailure.DO_NOTHING) : Optional.empty();
    engine.executeChangeSet(
        form.text("StackName"),
        required(form, "ChangeSetName"),
        new Execution(
            onFailure, form.flag("RetainExceptOnCreate"), form.text("ClientRequestToken")));
    return "";
  }

  private String delete(Form form) {
    engine.deleteChangeSet(form.text("StackName"), required(form, "ChangeSetName"));
    return "";
  }

  private String list(Form form) {
    return Members.of(
        "Summaries", engine.listChangeSets(required(form, "StackName")), ChangeSetXml::summary);
  }
}
