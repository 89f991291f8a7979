package com.harena.allinone.move.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.move.store.BackupDamaged;
import com.harena.allinone.move.store.Finding;
import com.harena.allinone.move.store.Inventory;
import com.harena.allinone.move.store.Item;
import com.harena.allinone.move.store.KeyDifference;
import com.harena.allinone.move.store.Occupancy;
import com.harena.allinone.move.store.Side;
import com.harena.allinone.move.store.StoreFailure;
import com.harena.allinone.secret.SecretValue;
import com.harena.allinone.testing.MemoryWork;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigurationStoreTest {
  private static final List<String> SECRETS =
      List.of(
          "s3cr3t-database",
          "s3cr3t in quotes",
          "s3cr3t-old-in-comment",
          "c2VjcmV0LWtleQ",
          "s3cr3tUrlPassword",
          "s3cr3t-unit",
          "s3cr3t-unit-quoted",
          "s3cr3t-argument",
          "s3cr3t-flag",
          "s3cr3t-continued",
          "s3cr3t-comment-in-unit",
          "s3cr3t-pem",
          "s3cr3t-stray");
  private static final String ENVIRONMENT =
      """
      # DATABASE_PASSWORD=s3cr3t-old-in-comment
      DATABASE_PASSWORD=s3cr3t-database # the new one
      export QUOTED="s3cr3t in quotes \\"x\\" # kept"
      KEY='-----BEGIN PRIVATE KEY-----
      c2VjcmV0LWtleQ==
      s3cr3t-pem=
      -----END PRIVATE KEY-----'
      CACHE_URL=redis://:s3cr3tUrlPassword@cache:6379/0
      s3cr3t-stray without a name
      PLAIN=1
      PLAIN=2
      """;
  private static final String UNIT =
      """
      [Unit]
      Description=harena s3cr3t-comment-in-unit
      # s3cr3t-comment-in-unit
      After=network.target
      [Service]
      Environment=UNIT_TOKEN=s3cr3t-unit "UNIT_QUOTED=s3cr3t-unit-quoted x"
      ExecStart=/usr/bin/docker run -e API_KEY=s3cr3t-argument --password=s3cr3t-flag \\
        --url http://u:s3cr3t-continued@host/ app
      Restart=always
      """;
  private static final List<String> NAMES =
      List.of(
          "DATABASE_PASSWORD",
          "QUOTED",
          "KEY",
          "CACHE_URL",
          "PLAIN",
          "UNIT_TOKEN",
          "UNIT_QUOTED",
          "API_KEY");

  @TempDir private Path folder;
  private Path backup;
  private FileParameters target;

  @BeforeEach
  void files() throws IOException {
    Files.writeString(folder.resolve(".env"), ENVIRONMENT);
    Files.writeString(folder.resolve("harena.service"), UNIT);
    backup = Files.createDirectories(folder.resolve("backup"));
    target = new FileParameters(folder.resolve("parameters"), Set.of());
  }

  private ConfigurationStore store(String passphrase) {
    return new ConfigurationStore(
        List.of(folder.resolve(".env"), folder.resolve("harena.service")),
        passphrase.isEmpty()
            ? Optional.empty()
            : Optional.of(SecretReference.parse("env:PASSPHRASE")),
        reference -> SecretValue.of(passphrase),
        target);
  }

  private Inventory backUp(ConfigurationStore store) throws IOException {
    return store.source().backUp(backup, new MemoryWork());
  }

  private void holdsNoSecret() throws IOException {
    try (Stream<Path> files = Files.walk(backup)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(SECRETS).allSatisfy(secret -> assertThat(text).doesNotContain(secret));
        assertThat(text).contains(NAMES);
      }
    }
  }

  @Test
  void defect9NoSecretIsInTheBackupInClear() throws IOException {
    Inventory encrypted = backUp(store("correct horse battery"));
    holdsNoSecret();
    Inventory leftOut = backUp(store(""));
    holdsNoSecret();
    assertThat(SECRETS)
        .allSatisfy(secret -> assertThat(encrypted + "" + leftOut).doesNotContain(secret));
  }

  @Test
  void namesAndTheOutlineOfUnitsAreKept() throws IOException {
    assertThat(backUp(store("")).items()).extracting(Item::name).isEqualTo(NAMES);
    assertThat(Files.readString(backup.resolve("configuration.json")))
        .contains("After=network.target", "ExecStart=/usr/bin/docker (arguments left out)");
  }

  @Test
  void valuesArriveAndAreProvenEqual() throws IOException {
    ConfigurationStore store = store("correct horse battery");
    MemoryWork work = new MemoryWork();
    Inventory contents = backUp(store);
    store.sink().restore(backup, contents, work);
    assertThat(target.value("DATABASE_PASSWORD")).contains(SecretValue.of("s3cr3t-database"));
    assertThat(target.value("QUOTED")).contains(SecretValue.of("s3cr3t in quotes \"x\" # kept"));
    assertThat(target.value("KEY").orElseThrow().reveal()).contains("\ns3cr3t-pem=\n");
    assertThat(target.value("PLAIN")).contains(SecretValue.of("2"));
    assertThat(target.value("UNIT_QUOTED")).contains(SecretValue.of("s3cr3t-unit-quoted x"));
    assertThat(target.value("API_KEY")).contains(SecretValue.of("s3cr3t-argument"));
    assertThat(store.verifier().inventory(Side.SOURCE, work).items())
        .isEqualTo(contents.items())
        .isEqualTo(store.verifier().inventory(Side.TARGET, work).items());
  }

  @Test
  void aChangedValueAndALostNameAreFound() throws IOException {
    ConfigurationStore store = store("correct horse battery");
    store.sink().restore(backup, backUp(store), new MemoryWork());
    target.remove("API_KEY");
    target.remove("PLAIN");
    target.put("PLAIN", SecretValue.of("3"));
    List<Item> here = store.verifier().inventory(Side.SOURCE, new MemoryWork()).items();
    List<Item> there = store.verifier().inventory(Side.TARGET, new MemoryWork()).items();
    assertThat(here.stream().filter(item -> !there.contains(item)))
        .flatExtracting(
            item ->
                store.verifier().locate(item, new Item("setting", "", 0, "", ""), new MemoryWork()))
        .containsExactly(
            new KeyDifference("PLAIN", KeyDifference.Kind.CHANGED),
            new KeyDifference("API_KEY", KeyDifference.Kind.MISSING));
  }

  @Test
  void whatTheTargetHasIsNotOverwrittenAndClearTakesOnlyOurs() throws IOException {
    target.put("PLAIN", SecretValue.of("their own"));
    ConfigurationStore store = store("correct horse battery");
    MemoryWork work = new MemoryWork();
    assertThat(store.sink().occupancy(work).state()).isEqualTo(Occupancy.State.EMPTY);
    store.sink().restore(backup, backUp(store), work);
    assertThat(target.value("PLAIN")).contains(SecretValue.of("their own"));
    assertThat(store.sink().occupancy(work).state()).isEqualTo(Occupancy.State.OURS);
    store.sink().clear(work);
    assertThat(target.names()).containsExactly("PLAIN");
  }

  @Test
  void aValueOfItsOwnIsComparedByNameOnly() throws IOException {
    target = new FileParameters(folder.resolve("parameters"), Set.of("DATABASE_PASSWORD"));
    ConfigurationStore store = store("correct horse battery");
    Inventory contents = backUp(store);
    store.sink().restore(backup, contents, new MemoryWork());
    assertThat(target.value("DATABASE_PASSWORD")).isEmpty();
    assertThat(store.verifier().inventory(Side.TARGET, contents, new MemoryWork()).items())
        .isEqualTo(contents.items());
  }

  @Test
  void withoutPassphraseTheMissingNamesAreToldNotTheValues() throws IOException {
    ConfigurationStore store = store("");
    Inventory contents = backUp(store);
    assertThatThrownBy(() -> store.sink().restore(backup, contents, new MemoryWork()))
        .isInstanceOf(StoreFailure.class)
        .hasMessageContaining("API_KEY, CACHE_URL, DATABASE_PASSWORD")
        .hasMessageContaining("set them there");
    NAMES.forEach(name -> target.put(name, SecretValue.of("new")));
    store.sink().restore(backup, contents, new MemoryWork());
    assertThat(store.verifier().inventory(Side.TARGET, contents, new MemoryWork()).items())
        .isEqualTo(contents.items());
  }

  @Test
  void anotherPassphraseIsRefusedWithoutShowingAnything() throws IOException {
    Inventory contents = backUp(store("correct horse battery"));
    assertThatThrownBy(
            () -> store("another passphrase").sink().restore(backup, contents, new MemoryWork()))
        .isInstanceOf(BackupDamaged.class)
        .hasMessageContaining("the passphrase is not the one of the backup")
        .hasMessageNotContaining("another passphrase");
  }

  @Test
  void checkTellsEverythingAtOnce() throws IOException {
    Files.writeString(folder.resolve("harena.service"), UNIT + "Environment=PLAIN=other\n");
    assertThat(store("short").checker().check(new MemoryWork()))
        .extracting(Finding::level, Finding::code)
        .contains(
            org.assertj.core.groups.Tuple.tuple(Finding.Level.ERROR, "configuration.passphrase"),
            org.assertj.core.groups.Tuple.tuple(Finding.Level.WARNING, "configuration.twice"));
    assertThat(store("").checker().check(new MemoryWork()).toString())
        .contains("API_KEY", "holds names only")
        .doesNotContain("s3cr3t");
    Files.delete(folder.resolve(".env"));
    assertThat(store("").checker().check(new MemoryWork()))
        .singleElement()
        .satisfies(finding -> assertThat(finding.level()).isEqualTo(Finding.Level.ERROR));
  }
}
