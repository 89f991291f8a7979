package com.harena.allinone.emulator.server.query;

import static com.harena.allinone.emulator.server.Xml.element;
import static com.harena.allinone.emulator.server.Xml.wrap;

import com.harena.allinone.emulator.engine.ChangeDetail;
import com.harena.allinone.emulator.engine.ChangeSetDescription;
import com.harena.allinone.emulator.engine.ResourceChange;

/** Change sets as XML. */
final class ChangeSetXml {
  private ChangeSetXml() {}

  /** What DescribeChangeSet answers. */
  static String whole(ChangeSetDescription set) {
    return summary(set)
        + Members.of("Parameters", set.parameters(), StackXml::parameter)
        + Members.texts("NotificationARNs", set.notificationArns())
        + wrap("RollbackConfiguration", "")
        + Members.texts("Capabilities", set.capabilities())
        + Members.tags(set.tags())
        + element("OnStackFailure", set.onStackFailure().name())
        + Members.of("Changes", set.changes(), ChangeSetXml::change);
  }

  /** One row of ListChangeSets. */
  static String summary(ChangeSetDescription set) {
    return element("ChangeSetName", set.name())
        + element("ChangeSetId", set.id())
        + element("StackId", set.stackId())
        + element("StackName", set.stackName())
        + element("Description", set.description())
        + Members.time("CreationTime", set.created())
        + element("ExecutionStatus", set.executionStatus())
        + element("Status", set.status())
        + element("StatusReason", set.statusReason())
        + Members.flag("IncludeNestedStacks", false);
  }

  private static String change(ResourceChange change) {
    String inside =
        element("PolicyAction", change.policyAction())
            + element("Action", change.action())
            + element("LogicalResourceId", change.logicalId())
            + element("PhysicalResourceId", change.physicalId())
            + element("ResourceType", change.type())
            + element("Replacement", change.replacement())
            + Members.texts("Scope", change.scope())
            + Members.of("Details", change.details(), ChangeSetXml::detail)
            + element("BeforeContext", change.beforeContext())
            + element("AfterContext", change.afterContext());
    return element("Type", "Resource") + wrap("ResourceChange", inside);
  }

  private static String detail(ChangeDetail detail) {
    String target =
        element("Attribute", detail.attribute())
            + element("Name", detail.name())
            + element("RequiresRecreation", detail.requiresRecreation())
            + element("Path", detail.path())
            + element("BeforeValue", detail.beforeValue())
            + element("AfterValue", detail.afterValue())
            + element("AttributeChangeType", detail.changeType());
    return wrap("Target", target)
        + element("Evaluation", detail.evaluation())
        + element("ChangeSource", detail.changeSource())
        + element("CausingEntity", detail.causingEntity());
  }
}
