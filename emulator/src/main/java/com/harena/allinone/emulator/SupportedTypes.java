package com.harena.allinone.emulator;

import com.harena.allinone.emulator.resource.ResourceHandler;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The resource types that a local AWS can make, and where each of them lives. */
final class SupportedTypes {
  /** Types that no service of moto holds: the handlers keep them in memory. */
  private static final Set<String> IN_MEMORY =
      Set.of(
          "AWS::CloudFormation::CustomResource",
          "AWS::CloudFormation::WaitCondition",
          "AWS::CloudFormation::WaitConditionHandle");

  private SupportedTypes() {}

  /** One line for each type, with a mark for those in memory. */
  static String text(Collection<ResourceHandler> handlers) {
    return handlers.stream()
        .map(ResourceHandler::type)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .map(type -> IN_MEMORY.contains(type) ? type + "  in memory only\n" : type + "\n")
        .collect(Collectors.joining());
  }
}
