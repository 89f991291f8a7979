package com.harena.allinone.emulator;

import com.harena.allinone.emulator.function.TimeScale;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.server.Callbacks;
import java.net.URI;
import java.util.Collection;
import java.util.List;
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

  /** What this version can make. */
  static String text() {
    // Nothing is called: the handlers are only asked for their types.
    URI nowhere = URI.create("http://127.0.0.1:1/");
    try (ServiceClients clients = new ServiceClients(nowhere, "eu-west-1")) {
      return text(
          LocalHandlers.all(
              clients,
              new ServiceAccess(nowhere, "eu-west-1"),
              new Callbacks(nowhere),
              TimeScale.DEFAULT));
    }
  }

  /** One line for each type, with a mark for those in memory. */
  static String text(Collection<ResourceHandler> handlers) {
    return handlers.stream()
        .map(SupportedTypes::line)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining());
  }

  /** The types that live in the emulator's memory only. */
  static Set<String> inMemory(Collection<ResourceHandler> handlers) {
    return handlers.stream()
        .filter(SupportedTypes::isInMemory)
        .map(ResourceHandler::type)
        .collect(Collectors.toSet());
  }

  private static boolean isInMemory(ResourceHandler handler) {
    return IN_MEMORY.contains(handler.type()) || handler.inMemory().contains("*");
  }

  private static String line(ResourceHandler handler) {
    List<String> remembered = handler.inMemory();
    if (isInMemory(handler)) {
      return handler.type() + "  in memory only\n";
    }
    return remembered.isEmpty()
        ? handler.type() + "\n"
        : "%s  in memory: %s%n".formatted(handler.type(), String.join(", ", remembered));
  }
}
