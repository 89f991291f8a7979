package com.harena.allinone.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Fault;
import java.util.List;

/** Results as JSON: keys are part of what callers rely on, so each is written out. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /** An empty object. */
  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** An empty list. */
  public static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  /** The text of a result, ending in a line feed. */
  public static String text(JsonNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    try {
      return MAPPER.writer(printer).writeValueAsString(node) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree that was built cannot be written", e);
    }
  }

  /** Faults with their places. */
  public static ArrayNode faults(List<Fault> faults) {
    ArrayNode list = array();
    for (Fault fault : faults) {
      ObjectNode node = list.addObject().put("file", fault.source());
      fault
          .position()
          .ifPresent(place -> node.put("line", place.line()).put("column", place.column()));
      node.put("key", fault.key())
          .put("problem", fault.problem())
          .put("given", fault.given())
          .put("allowed", fault.allowed())
          .put("mend", fault.mend());
    }
    return list;
  }
}
