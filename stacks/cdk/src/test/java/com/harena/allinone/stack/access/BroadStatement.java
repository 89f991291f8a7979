package com.harena.allinone.stack.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what is wider in a statement than AWS requires. */
final class BroadStatement {
  /** All resources of a kind, such as {@code instance/*}; in S3 it is one bucket. */
  private static final Pattern WHOLE_KIND = Pattern.compile("[a-z-]+[/:][*]");

  private static final int RESOURCE_SEGMENT = 5;

  private BroadStatement() {}

  static List<String> faults(Statement statement) {
    List<String> faults = new ArrayList<>();
    String where = statement.source() + ": ";
    if (statement.actionsInverted() || statement.resourcesInverted()) {
      faults.add(where + "allows everything but " + statement.actions() + statement.resources());
    }
    for (String action : statement.actions()) {
      if (action.contains("*") || action.contains("?")) {
        faults.add(where + "allows the actions " + action + ", name each one");
      }
    }
    for (String resource : statement.resources()) {
      faults.addAll(resourceFaults(where, statement, resource));
    }
    return faults;
  }

  private static List<String> resourceFaults(String where, Statement statement, String resource) {
    List<String> faults = new ArrayList<>();
    String[] segments = resource.split(":", RESOURCE_SEGMENT + 1);
    String last = segments.length > RESOURCE_SEGMENT ? segments[RESOURCE_SEGMENT] : resource;
    if (last.equals("*")) {
      Set<String> unrestrictable = UnrestrictableActions.all();
      statement.actions().stream()
          .filter(action -> !unrestrictable.contains(action))
          .forEach(
              action ->
                  faults.add(where + action + " on " + resource + ", AWS lets name a resource"));
    } else if (WHOLE_KIND.matcher(last).matches()
        && !resource.startsWith("arn:aws:s3:")
        && statement.conditions().isEmpty()) {
      faults.add(where + statement.actions() + " on all of " + resource + " without a condition");
    }
    return faults;
  }
}
