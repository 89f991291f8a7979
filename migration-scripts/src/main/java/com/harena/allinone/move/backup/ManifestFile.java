package com.harena.allinone.move.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.harena.allinone.move.journal.Durable;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Side;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes and reads {@code manifest.json}. Its last line holds the SHA-256 of all bytes before that
 * line, so that a flipped byte of the manifest itself is found too.
 */
public final class ManifestFile {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final int FORMAT = 1;
  private static final String TAIL = "\n,\"sha256\":\"%s\"}\n";
  private static final int TAIL_LENGTH = TAIL.formatted("0".repeat(64)).length();

  private ManifestFile() {}

  /** Writes the manifest into its backup: whole and on disk when this returns. */
  public static void write(Manifest manifest, Path folder) throws IOException {
    Path temporary = folder.resolve(Manifest.NAME + ".new");
    try (OutputStream out = Files.newOutputStream(temporary)) {
      JsonGenerator json = FACTORY.createGenerator(out);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      content(manifest, json);
      json.close();
    }
    String sum = Hashing.sha256(temporary, Files.size(temporary));
    Files.writeString(temporary, TAIL.formatted(sum), StandardOpenOption.APPEND);
    Durable.replace(temporary, folder.resolve(Manifest.NAME));
  }

  private static void content(Manifest manifest, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeNumberField("format", FORMAT);
    json.writeStringField("tool", manifest.tool());
    json.writeStringField("move", manifest.move());
    json.writeStringField("environment", manifest.environment());
    json.writeStringField("side", manifest.side().word());
    json.writeStringField("began", manifest.began().toString());
    json.writeStringField("finished", manifest.finished().toString());
    json.writeArrayFieldStart("stores");
    for (StoredInventory store : manifest.stores()) {
      json.writeStartObject();
      json.writeStringField("store", store.store());
      json.writeStringField("endpoint", store.endpoint());
      InventoryJson.write(store.inventory(), json);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("files");
    for (StoredFile file : manifest.files()) {
      json.writeRaw("\n");
      json.writeStartObject();
      json.writeStringField("path", file.path());
      json.writeNumberField("size", file.size());
      json.writeStringField("sha256", file.sha256());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /**
   * Reads the manifest of a folder.
   *
   * @throws BackupDamaged if there is none, or it is not what was written
   */
  public static Manifest read(Path folder) throws IOException {
    Path file = folder.resolve(Manifest.NAME);
    if (!Files.isRegularFile(file)) {
      throw new BackupDamaged(
          "%s is no backup: it has no %s, so it was never finished; take another"
              .formatted(folder, Manifest.NAME));
    }
    long start = Files.size(file) - TAIL_LENGTH;
    if (start < 2 || !tail(file, start).equals(TAIL.formatted(Hashing.sha256(file, start)))) {
      throw damaged(file);
    }
    try (JsonParser in = FACTORY.createParser(Files.newInputStream(file))) {
      return manifest(in, file);
    } catch (BackupDamaged e) {
      throw e;
    } catch (RuntimeException e) {
      throw damaged(file);
    }
  }

  private static BackupDamaged damaged(Path file) {
    return new BackupDamaged(
        "%s is not what was written: use another backup, or another copy of this one"
            .formatted(file));
  }

  private static String tail(Path file, long start) throws IOException {
    try (var in = Files.newByteChannel(file)) {
      in.position(start);
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocate(TAIL_LENGTH);
      while (buffer.hasRemaining() && in.read(buffer) >= 0) {}
      return new String(buffer.array(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Manifest manifest(JsonParser in, Path file) throws IOException {
    Map<String, String> texts = new HashMap<>();
    List<StoredInventory> stores = new ArrayList<>();
    List<StoredFile> files = new ArrayList<>();
    in.nextToken();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      String name = in.currentName();
      in.nextToken();
      switch (name) {
        case "stores" -> {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            stores.add(store(in));
          }
        }
        case "files" -> {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            files.add(file(in));
          }
        }
        default -> texts.put(name, in.getText());
      }
    }
    if (!Integer.toString(FORMAT).equals(texts.get("format"))) {
      throw new BackupDamaged(
          "%s has the format %s of allinone %s; allowed: %d; use that version"
              .formatted(file, texts.get("format"), texts.get("tool"), FORMAT));
    }
    return new Manifest(
        texts.get("tool"),
        texts.get("move"),
        texts.get("environment"),
        Side.valueOf(texts.get("side").toUpperCase(Locale.ROOT)),
        Instant.parse(texts.get("began")),
        Instant.parse(texts.get("finished")),
        stores,
        files);
  }

  private static StoredInventory store(JsonParser in) throws IOException {
    String store = "";
    String endpoint = "";
    InventoryJson.Fields inventory = new InventoryJson.Fields();
    while (in.nextToken() != JsonToken.END_OBJECT) {
      switch (in.currentName()) {
        case "store" -> store = in.nextTextValue();
        case "endpoint" -> endpoint = in.nextTextValue();
        default -> inventory.read(in);
      }
    }
    return new StoredInventory(store, endpoint, inventory.inventory());
  }

  private static StoredFile file(JsonParser in) throws IOException {
    String path = "";
    long size = 0;
    String sha256 = "";
    while (in.nextToken() != JsonToken.END_OBJECT) {
      switch (in.currentName()) {
        case "path" -> path = in.nextTextValue();
        case "size" -> size = in.nextLongValue(0);
        default -> sha256 = in.nextTextValue();
      }
    }
    return new StoredFile(path, size, sha256);
  }
}
