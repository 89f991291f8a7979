package com.harena.allinone.emulator.server.query;

import static com.harena.allinone.emulator.server.Xml.element;
import static com.harena.allinone.emulator.server.query.StackInput.required;

import com.harena.allinone.emulator.engine.CloudFormation;
import com.harena.allinone.emulator.engine.TemplateSummary;
import com.harena.allinone.emulator.server.Form;
import com.harena.allinone.emulator.server.Xml;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The actions that only read. */
final class ReadingActions {
  private final CloudFormation engine;
  private final TemplateText templates;

  private ReadingActions(CloudFormation engine, TemplateText templates) {
    this.engine = engine;
    this.templates = templates;
  }

  static Map<String, CloudFormationService.Action> of(
      CloudFormation engine, TemplateText templates) {
    ReadingActions actions = new ReadingActions(engine, templates);
    Map<String, CloudFormationService.Action> all = new HashMap<>(actions.ofResources());
    all.put("DescribeStacks", actions::describeStacks);
    all.put("ListStacks", actions::listStacks);
    all.put("DescribeStackEvents", actions::describeStackEvents);
    all.put("DescribeEvents", actions::describeEvents);
    all.put("GetTemplate", actions::getTemplate);
    all.put("GetTemplateSummary", actions::getTemplateSummary);
    all.put("ValidateTemplate", actions::validateTemplate);
    all.put("ListExports", actions::listExports);
    all.put(
        "ListImports",
        form -> Members.texts("Imports", engine.listImports(required(form, "ExportName"))));
    return all;
  }

  private Map<String, CloudFormationService.Action> ofResources() {
    return Map.of(
        "DescribeStackResource",
        form ->
            Xml.wrap(
                "StackResourceDetail",
                StackXml.resourceDetail(
                    engine.describeStackResource(
                        required(form, "StackName"), required(form, "LogicalResourceId")))),
        "DescribeStackResources",
        form ->
            Members.of(
                "StackResources",
                engine.describeStackResources(
                    form.text("StackName"),
                    form.text("LogicalResourceId"),
                    form.text("PhysicalResourceId")),
                StackXml::resource),
        "ListStackResources",
        form ->
            Members.of(
                "StackResourceSummaries",
                engine.listStackResources(required(form, "StackName")),
                StackXml::resourceSummary));
  }

  private String describeStacks(Form form) {
    return Members.of("Stacks", engine.describeStacks(form.text("StackName")), StackXml::whole);
  }

  private String listStacks(Form form) {
    return Members.of(
        "StackSummaries",
        engine.listStacks(new LinkedHashSet<>(form.list("StackStatusFilter"))),
        StackXml::summary);
  }

  private String describeStackEvents(Form form) {
    return Members.of(
        "StackEvents", engine.describeStackEvents(required(form, "StackName")), StackXml::event);
  }

  private String describeEvents(Form form) {
    String stack =
        form.text("StackName")
            .orElseGet(
                () ->
                    engine
                        .describeChangeSet(Optional.empty(), required(form, "ChangeSetName"), false)
                        .stackId());
    return Members.of(
        "OperationEvents",
        engine.describeEvents(stack, form.text("ChangeSetName"), form.flag("Filters.FailedEvents")),
        StackXml::operationEvent);
  }

  private String getTemplate(Form form) {
    return element(
            "TemplateBody",
            engine.getTemplate(required(form, "StackName"), form.text("ChangeSetName")))
        + Members.texts("StagesAvailable", List.of("Original", "Processed"));
  }

  private String getTemplateSummary(Form form) throws IOException {
    TemplateSummary summary = engine.getTemplateSummary(templates.of(form), form.text("StackName"));
    return declared(summary)
        + Members.texts("ResourceTypes", summary.resourceTypes())
        + element("Version", summary.version())
        + element("Metadata", summary.metadata())
        + Members.of(
            "ResourceIdentifierSummaries",
            summary.identifiers(),
            one ->
                element("ResourceType", one.type())
                    + Members.texts("LogicalResourceIds", one.logicalIds())
                    + Members.texts("ResourceIdentifiers", one.properties()));
  }

  private String validateTemplate(Form form) throws IOException {
    return declared(engine.validateTemplate(templates.of(form).orElse("")));
  }

  private String listExports(Form form) {
    return Members.of(
        "Exports",
        engine.listExports(),
        export ->
            element("ExportingStackId", export.stackId())
                + element("Name", export.name())
                + element("Value", export.value()));
  }

  private static String declared(TemplateSummary summary) {
    return Members.of("Parameters", summary.parameters(), ReadingActions::declaration)
        + element("Description", summary.description())
        + Members.texts("Capabilities", summary.capabilities())
        + element("CapabilitiesReason", summary.capabilitiesReason());
  }

  private static String declaration(TemplateSummary.Declaration parameter) {
    return element("ParameterKey", parameter.key())
        + element("DefaultValue", parameter.defaultValue())
        + element("ParameterType", parameter.type())
        + Members.flag("NoEcho", parameter.noEcho())
        + element("Description", parameter.description())
        + Xml.wrap(
            "ParameterConstraints", Members.texts("AllowedValues", parameter.allowedValues()));
  }
}
