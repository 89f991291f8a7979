package com.harena.allinone.move.configuration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.spec.SecretKeySpec;

/** The file of a backup that holds the configuration, {@code configuration.json}. */
final class ConfigurationBackup {
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;

  ConfigurationBackup(Path folder) {
    this.file = folder.resolve("configuration.json");
  }

  void write(List<SettingsFile> files, Optional<Vault> vault) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", 1);
    byte[] salt = vault.map(Vault::newSalt).orElse(new byte[0]);
    Optional<SecretKeySpec> key = vault.map(keeper -> keeper.key(salt));
    if (vault.isPresent()) {
      root.putObject("encryption")
          .put("cipher", "AES-256-GCM")
          .put("key", "PBKDF2-HMAC-SHA256")
          .put("iterations", Vault.ITERATIONS)
          .put("salt", Base64.getEncoder().encodeToString(salt));
    }
    ArrayNode list = root.putArray("files");
    for (SettingsFile source : files) {
      ObjectNode node = list.addObject();
      node.put("path", source.path().toString());
      ArrayNode outline = node.putArray("outline");
      source.outline().forEach(outline::add);
      if (vault.isPresent()) {
        node.put("text", vault.get().encrypt(key.get(), source.path().toString(), source.text()));
      }
    }
    ArrayNode settings = root.putArray("settings");
    OldConfiguration.settings(files)
        .forEach(
            (name, value) -> {
              ObjectNode node = settings.addObject().put("name", name);
              if (vault.isPresent()) {
                node.put("value", vault.get().encrypt(key.get(), name, value));
              }
            });
    Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
  }

  /** The settings with their values; without where the backup has none, or the caller no vault. */
  Map<String, Optional<SecretValue>> settings(Optional<Vault> vault) throws IOException {
    JsonNode root = read();
    Optional<SecretKeySpec> key =
        root.has("encryption")
            ? vault.map(
                keeper ->
                    keeper.key(Base64.getDecoder().decode(root.at("/encryption/salt").asText())))
            : Optional.empty();
    Map<String, Optional<SecretValue>> settings = new LinkedHashMap<>();
    for (JsonNode node : root.path("settings")) {
      String name = node.path("name").asText();
      settings.put(
          name,
          key.isPresent()
              ? Optional.of(decrypt(vault.get(), key.get(), name, node.path("value").asText()))
              : Optional.empty());
    }
    return settings;
  }

  private SecretValue decrypt(Vault vault, SecretKeySpec key, String name, String text) {
    try {
      return vault.decrypt(key, name, text);
    } catch (AEADBadTagException e) {
      throw new BackupDamaged(
          "%s: the value of %s cannot be decrypted; the passphrase is not the one of the backup, or the"
                  .formatted(file, name)
              + " file was changed");
    }
  }

  private JsonNode read() throws IOException {
    if (!Files.exists(file)) {
      throw new BackupDamaged("%s is missing; take it from another copy".formatted(file));
    }
    try {
      return JSON.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new BackupDamaged("%s is no JSON; take it from another copy".formatted(file));
    }
  }
}
