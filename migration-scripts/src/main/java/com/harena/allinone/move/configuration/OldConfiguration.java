package com.harena.allinone.move.configuration;

import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretSource;
import com.harena.allinone.endpoint.SecretUnavailable;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.secret.SecretValue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The files of the old host, and the passphrase for what is secret in them. */
final class OldConfiguration {
  /** Checksum of a setting that is compared by its name only. */
  static final String NAME_ONLY = "name only";

  private static final String KIND = "setting";

  private final List<Path> files;
  private final Supplier<List<SettingsFile>> reader;
  private final Optional<SecretReference> passphrase;
  private final SecretSource secrets;
  private Optional<Vault> vault = Optional.empty();

  private OldConfiguration(
      List<Path> files,
      Supplier<List<SettingsFile>> reader,
      Optional<SecretReference> passphrase,
      SecretSource secrets) {
    this.files = List.copyOf(files);
    this.reader = reader;
    this.passphrase = passphrase;
    this.secrets = secrets;
  }

  /** Files as they lie here. */
  static OldConfiguration ofFiles(
      List<Path> files, Optional<SecretReference> passphrase, SecretSource secrets) {
    return new OldConfiguration(files, () -> read(files), passphrase, secrets);
  }

  /** Settings of that place, as if one file held them; those without a value here are left out. */
  static OldConfiguration ofSettings(
      ParameterWriter place, Optional<SecretReference> passphrase, SecretSource secrets) {
    Path path = Path.of("settings.env");
    return new OldConfiguration(
        List.of(path), () -> List.of(SettingsFile.of(path, place)), passphrase, secrets);
  }

  List<Path> paths() {
    return files;
  }

  Optional<SecretReference> passphrase() {
    return passphrase;
  }

  synchronized Optional<Vault> vault() {
    if (vault.isEmpty() && passphrase.isPresent()) {
      try {
        vault = Optional.of(new Vault(secrets.get(passphrase.get())));
      } catch (SecretUnavailable e) {
        throw new StoreFailure(
            Side.SOURCE, "passphrase of the configuration: " + e.getMessage(), e);
      }
    }
    return vault;
  }

  List<SettingsFile> read() {
    return reader.get();
  }

  private static List<SettingsFile> read(List<Path> files) {
    List<SettingsFile> read = new ArrayList<>();
    for (Path file : files) {
      try {
        read.add(SettingsFile.read(file));
      } catch (IOException e) {
        throw new StoreFailure(
            Side.SOURCE,
            "configuration file %s of the source cannot be read: %s; name another, or make it readable"
                .formatted(file, e.getClass().getSimpleName()),
            e);
      }
    }
    return read;
  }

  /**
   * Every setting once: the first file that names it says its value, by its last line that does.
   */
  static Map<String, SecretValue> settings(List<SettingsFile> read) {
    Map<String, SecretValue> settings = new LinkedHashMap<>();
    for (SettingsFile file : read) {
      Map<String, SecretValue> own = new LinkedHashMap<>();
      file.settings().forEach(setting -> own.put(setting.name(), setting.value()));
      own.forEach(settings::putIfAbsent);
    }
    return settings;
  }

  /** Names, each with a fingerprint of its value where that is compared. */
  Inventory inventory(
      Iterable<String> names,
      Function<String, Optional<SecretValue>> value,
      ParameterWriter target) {
    Optional<Vault> keeper = vault();
    List<Item> items = new ArrayList<>();
    for (String name : names) {
      String checksum =
          keeper.isEmpty() || target.isOwn(name)
              ? NAME_ONLY
              : value
                  .apply(name)
                  .map(known -> keeper.get().fingerprint(name, known))
                  .orElse(NAME_ONLY);
      items.add(new Item(KIND, name, 1, checksum, ""));
    }
    return new Inventory("1", Map.of("values", keeper.isEmpty() ? "left out" : "encrypted"), items);
  }
}
