package com.harena.allinone.emulator.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.intrinsic.Unknown;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.schema.PropertyFault;
import com.harena.allinone.schema.PropertyFault.Problem;
import java.util.List;

/** Holds a resource's properties against its schema and its handler. */
final class PropertiesCheck {
  private final Surroundings surroundings;

  PropertiesCheck(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  void check(ResourceDeclaration declared, ObjectNode properties) {
    surroundings
        .schemas()
        .find(declared.type())
        .ifPresent(schema -> refuse(declared, schema.faults(properties, Unknown.TEXT)));
    List<String> unsupported =
        surroundings.handler(declared.type()).orElseThrow().unsupported(properties);
    if (!unsupported.isEmpty()) {
      throw ApiFailure.validation(
          "resource "
              + declared.logicalId()
              + " ("
              + declared.type()
              + "): the local AWS does not support "
              + String.join(", ", unsupported)
              + "; nothing was made");
    }
  }

  private static void refuse(ResourceDeclaration declared, List<PropertyFault> faults) {
    for (PropertyFault fault : faults) {
      if (fault.problem() == Problem.UNKNOWN) {
        throw ApiFailure.validation(
            "Encountered unsupported property "
                + fault.name()
                + (fault.path().equals(fault.name()) ? "" : " at " + fault.path())
                + " in resource "
                + declared.logicalId());
      }
    }
    if (!faults.isEmpty()) {
      throw ApiFailure.validation(
          "Properties validation failed for resource "
              + declared.logicalId()
              + " with message: ["
              + String.join(", ", faults.stream().map(PropertiesCheck::words).toList())
              + "]");
    }
  }

  private static String words(PropertyFault fault) {
    String parent =
        fault.path().contains(".")
            ? "/" + fault.path().substring(0, fault.path().lastIndexOf('.')).replace('.', '/')
            : "";
    return fault.problem() == Problem.MISSING
        ? "#" + parent + ": required key [" + fault.name() + "] not found"
        : "#/" + fault.path().replace('.', '/') + ": value has the wrong type";
  }
}
