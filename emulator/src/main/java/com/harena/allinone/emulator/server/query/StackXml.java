package com.harena.allinone.emulator.server.query;

import static com.harena.allinone.emulator.server.Xml.element;
import static com.harena.allinone.emulator.server.Xml.wrap;

import com.harena.allinone.emulator.engine.OnStackFailure;
import com.harena.allinone.emulator.engine.OutputValue;
import com.harena.allinone.emulator.engine.ParameterValue;
import com.harena.allinone.emulator.engine.ResourceDescription;
import com.harena.allinone.emulator.engine.StackDescription;
import com.harena.allinone.emulator.engine.StackEvent;

/** Stacks, their resources and their events as XML. */
final class StackXml {
  private static final String DRIFT = "DriftInformation";

  private StackXml() {}

  /** One of DescribeStacks. */
  static String whole(StackDescription stack) {
    return element("StackId", stack.id())
        + element("StackName", stack.name())
        + element("ChangeSetId", stack.changeSetId())
        + element("Description", stack.description())
        + Members.of("Parameters", stack.parameters(), StackXml::parameter)
        + times(stack)
        + wrap("RollbackConfiguration", "")
        + element("StackStatus", stack.status())
        + element("StackStatusReason", stack.statusReason())
        + Members.flag("DisableRollback", stack.onFailure() == OnStackFailure.DO_NOTHING)
        + Members.texts("NotificationARNs", stack.notificationArns())
        + Members.texts("Capabilities", stack.capabilities())
        + Members.of("Outputs", stack.outputs(), StackXml::output)
        + element("RoleARN", stack.roleArn())
        + Members.tags(stack.tags())
        + Members.flag("EnableTerminationProtection", stack.terminationProtection())
        + wrap(DRIFT, element("StackDriftStatus", "NOT_CHECKED"));
  }

  /** One row of ListStacks. */
  static String summary(StackDescription stack) {
    return element("StackId", stack.id())
        + element("StackName", stack.name())
        + element("TemplateDescription", stack.description())
        + times(stack)
        + element("StackStatus", stack.status())
        + element("StackStatusReason", stack.statusReason())
        + wrap(DRIFT, element("StackDriftStatus", "NOT_CHECKED"));
  }

  /** A parameter with its value. */
  static String parameter(ParameterValue parameter) {
    return element("ParameterKey", parameter.key())
        + element("ParameterValue", parameter.value())
        + element("ResolvedValue", parameter.resolved());
  }

  /** One of DescribeStackResources. */
  static String resource(ResourceDescription resource) {
    return element("StackName", resource.stackName())
        + element("StackId", resource.stackId())
        + identity(resource)
        + Members.time("Timestamp", resource.time())
        + state(resource);
  }

  /** What DescribeStackResource answers. */
  static String resourceDetail(ResourceDescription resource) {
    return element("StackName", resource.stackName())
        + element("StackId", resource.stackId())
        + identity(resource)
        + Members.time("LastUpdatedTimestamp", resource.time())
        + state(resource)
        + element("Metadata", resource.metadata());
  }

  /** One row of ListStackResources. */
  static String resourceSummary(ResourceDescription resource) {
    return identity(resource)
        + Members.time("LastUpdatedTimestamp", resource.time())
        + state(resource);
  }

  /** One of DescribeStackEvents. */
  static String event(StackEvent event) {
    return element("StackId", event.stackId())
        + element("EventId", event.eventId())
        + element("StackName", event.stackName())
        + element("OperationId", event.operationId())
        + about(event);
  }

  /** One of DescribeEvents. */
  static String operationEvent(StackEvent event) {
    return element("EventId", event.eventId())
        + element("StackId", event.stackId())
        + element("OperationId", event.operationId())
        + element("EventType", "STACK_EVENT")
        + about(event);
  }

  private static String about(StackEvent event) {
    return element("LogicalResourceId", event.logicalId())
        + element("PhysicalResourceId", event.physicalId())
        + element("ResourceType", event.type())
        + Members.time("Timestamp", event.time())
        + element("ResourceStatus", event.status())
        + element("ResourceStatusReason", event.reason())
        + element("ResourceProperties", event.properties())
        + element("ClientRequestToken", event.token());
  }

  private static String times(StackDescription stack) {
    return Members.time("CreationTime", stack.created())
        + Members.time("LastUpdatedTime", stack.updated())
        + Members.time("DeletionTime", stack.deleted());
  }

  private static String output(OutputValue output) {
    return element("OutputKey", output.key())
        + element("OutputValue", output.value())
        + element("Description", output.description())
        + element("ExportName", output.exportName());
  }

  private static String identity(ResourceDescription resource) {
    return element("LogicalResourceId", resource.logicalId())
        + element("PhysicalResourceId", resource.physicalId())
        + element("ResourceType", resource.type());
  }

  private static String state(ResourceDescription resource) {
    return element("ResourceStatus", resource.status())
        + element("ResourceStatusReason", resource.reason())
        + wrap(DRIFT, element("StackResourceDriftStatus", "NOT_CHECKED"));
  }
}
