package com.harena.allinone.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The JSON Schema of the Compose specification. */
final class ComposeSchema {
  private static final YAMLMapper YAML = new YAMLMapper();

  private ComposeSchema() {}

  static Set<ValidationMessage> faults(String compose) throws IOException {
    return schema().validate(YAML.readTree(compose));
  }

  static JsonNode read(String compose) throws IOException {
    return YAML.readTree(compose);
  }

  /**
   * The published file spells its draft's address with https, which the validator does not know.
   */
  private static JsonSchema schema() throws IOException {
    try (InputStream stream = ComposeSchema.class.getResourceAsStream("compose-spec.json")) {
      ObjectNode schema = (ObjectNode) YAML.readTree(stream);
      schema.remove("$schema");
      schema.remove("$id");
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
    }
  }
}
