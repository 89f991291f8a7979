package com.harena.allinone.move.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Inventories as JSON, item by item. */
public final class InventoryJson {
  private static final JsonFactory FACTORY = new JsonFactory();

  private InventoryJson() {}

  /** Writes a file that holds one inventory; it is whole and on disk when this returns. */
  public static void save(Inventory inventory, Path file) throws IOException {
    Path temporary = file.resolveSibling(file.getFileName() + ".new");
    try (JsonGenerator out = FACTORY.createGenerator(Files.newOutputStream(temporary))) {
      out.writeStartObject();
      write(inventory, out);
      out.writeEndObject();
    }
    Durable.replace(temporary, file);
  }

  /** Reads such a file. */
  public static Inventory load(Path file) throws IOException {
    try (JsonParser in = FACTORY.createParser(Files.newInputStream(file))) {
      in.nextToken();
      Fields fields = new Fields();
      while (in.nextToken() != JsonToken.END_OBJECT) {
        fields.read(in);
      }
      return fields.inventory();
    }
  }

  static void write(Inventory inventory, JsonGenerator out) throws IOException {
    out.writeStringField("version", inventory.version());
    out.writeObjectFieldStart("facts");
    for (Map.Entry<String, String> fact : new TreeMap<>(inventory.facts()).entrySet()) {
      out.writeStringField(fact.getKey(), fact.getValue());
    }
    out.writeEndObject();
    out.writeArrayFieldStart("items");
    for (Item item : inventory.items()) {
      out.writeStartObject();
      out.writeStringField("kind", item.kind());
      out.writeStringField("name", item.name());
      out.writeNumberField("count", item.count());
      out.writeStringField("checksum", item.checksum());
      if (!item.detail().isEmpty()) {
        out.writeStringField("detail", item.detail());
      }
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  /** The members of an inventory, as they come. */
  static final class Fields {
    private String version = "";
    private final Map<String, String> facts = new TreeMap<>();
    private final List<Item> items = new ArrayList<>();

    /** Reads one member; the parser stands at its name, and afterwards at its end. */
    void read(JsonParser in) throws IOException {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "version" -> version = in.getText();
        case "facts" -> {
          while (in.nextToken() != JsonToken.END_OBJECT) {
            String key = in.currentName();
            in.nextToken();
            facts.put(key, in.getText());
          }
        }
        case "items" -> {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            items.add(item(in));
          }
        }
        default -> in.skipChildren();
      }
    }

    Inventory inventory() {
      return new Inventory(version, facts, items);
    }

    private static Item item(JsonParser in) throws IOException {
      String kind = "";
      String name = "";
      long count = 0;
      String checksum = "";
      String detail = "";
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String key = in.currentName();
        in.nextToken();
        switch (key) {
          case "kind" -> kind = in.getText();
          case "name" -> name = in.getText();
          case "count" -> count = in.getLongValue();
          case "checksum" -> checksum = in.getText();
          case "detail" -> detail = in.getText();
          default -> in.skipChildren();
        }
      }
      return new Item(kind, name, count, checksum, detail);
    }
  }
}
