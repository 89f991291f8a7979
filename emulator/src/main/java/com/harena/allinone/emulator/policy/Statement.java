package com.harena.allinone.emulator.policy;

import java.util.List;

/** One statement of a policy. */
record Statement(boolean allows, Names actions, Names resources, Conditions conditions) {
  /** Names that a statement lists, or all but these. */
  record Names(List<String> patterns, boolean butThese) {
    Names {
      patterns = List.copyOf(patterns);
    }
  }

  boolean applies(Access access) {
    if (!speaksOf(access.action())) {
      return false;
    }
    if (access.resource().isEmpty()) {
      if (resources.butThese() || !resources.patterns().contains("*")) {
        throw new UnknownToPolicies(
            "the local AWS does not know the resources of " + access.action());
      }
    } else if (!covers(access.resource().get())) {
      return false;
    }
    return conditions.hold(access.context());
  }

  private boolean speaksOf(String action) {
    return actions.butThese()
        != actions.patterns().stream().anyMatch(one -> Wildcards.matchAnyCase(one, action));
  }

  private boolean covers(String resource) {
    return resources.butThese()
        != resources.patterns().stream().anyMatch(one -> Wildcards.match(one, resource));
  }
}
