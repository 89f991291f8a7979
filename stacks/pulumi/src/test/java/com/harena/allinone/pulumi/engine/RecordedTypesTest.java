package com.harena.allinone.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.schema.Mark;
import com.harena.allinone.schema.Rulings;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the recording provider takes for a replacement is one by the counterpart's schema. */
class RecordedTypesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path TYPES = Path.of("stacks/pulumi/src/test/go/types.json");

  private static final Map<String, JsonNode> BY_COUNTERPART = new TreeMap<>();
  private static Schemas schemas;

  @BeforeAll
  static void read() throws IOException {
    schemas = Schemas.load(EnginePart.checkout());
    for (JsonNode type : JSON.readTree(EnginePart.checkout().resolve(TYPES).toFile())) {
      String counterpart = type.path("cloudFormation").asText();
      if (!counterpart.isEmpty()) {
        BY_COUNTERPART.put(counterpart, type);
      }
    }
  }

  @Test
  void everyInputThatReplacesMayOnlyBeSetWhenAResourceIsMade() {
    BY_COUNTERPART.forEach(
        (type, entry) ->
            entry
                .path("replaces")
                .forEach(
                    property ->
                        assertThat(staysAsMade(type, property.asText()))
                            .as("%s %s", type, property.asText())
                            .isTrue()));
  }

  private static boolean staysAsMade(String type, String property) {
    return schemas.mark(type, path(property)) == Mark.CREATE_ONLY
        || Rulings.ALL.stream()
            .anyMatch(
                ruling ->
                    ruling.type().equals(type)
                        && ruling.property().equals(property)
                        && ruling.kind().compareTo(UpdateKind.REPLACEMENT) >= 0);
  }

  @Test
  void everyPropertyOfTheReviewedTemplateThatReplacesIsThere() throws IOException {
    Path template = EnginePart.checkout().resolve("stacks/harena.template.json");
    Set<String> missing = new TreeSet<>();
    for (JsonNode resource : JSON.readTree(template.toFile()).get("Resources")) {
      String type = resource.get("Type").asText();
      JsonNode entry = BY_COUNTERPART.get(type);
      if (entry == null) {
        continue;
      }
      Set<String> known = new TreeSet<>();
      entry.path("replaces").forEach(property -> known.add(path(property.asText()).get(0)));
      entry.path("inPlace").fieldNames().forEachRemaining(known::add);
      resource
          .path("Properties")
          .fieldNames()
          .forEachRemaining(
              property -> {
                if (schemas.mark(type, List.of(property)) == Mark.CREATE_ONLY
                    && !known.contains(property)) {
                  missing.add(type + " " + property);
                }
              });
    }
    assertThat(missing).isEmpty();
  }

  private static List<String> path(String property) {
    return List.of(property.split("\\."));
  }
}
