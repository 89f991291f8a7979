package com.harena.allinone.machine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.UserData;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineIdentityTest {
  private static final Path BLUEPRINT =
      Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");

  private final MachineIdentity identity = identity("", "");

  private static MachineIdentity identity(String before, String after) {
    try {
      String text = Files.readString(BLUEPRINT);
      assertThat(text).contains(before);
      Blueprint blueprint = BlueprintLoader.parse(text.replace(before, after));
      return MachineIdentity.of(blueprint, UserData.of(blueprint).text());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void suffixIsEightHexadecimalDigitsAndTheSameEachTime() {
    assertThat(identity.suffix()).matches("[0-9a-f]{8}").isEqualTo(identity("", "").suffix());
  }

  @Test
  void everyComponentMovesTheSuffix() throws ReflectiveOperationException {
    Map<String, Record> changed = variants(identity);
    assertThat(changed.keySet())
        .contains(
            "userData",
            "rolePath",
            "launch.deployment",
            "launch.spot.validUntil",
            "launch.detailedMonitoring",
            "launch.root.gibibytes",
            "launch.metadata.hopLimit",
            "network.zone",
            "network.groupDescription");
    List<String> suffixes = new ArrayList<>(List.of(identity.suffix()));
    changed.forEach((component, variant) -> suffixes.add(((MachineIdentity) variant).suffix()));
    assertThat(suffixes).doesNotHaveDuplicates().hasSize(changed.size() + 1);
  }

  /** The record with each of its leaves changed in turn, by the leaf's path. */
  private static Map<String, Record> variants(Record value) throws ReflectiveOperationException {
    Map<String, Record> variants = new LinkedHashMap<>();
    RecordComponent[] components = value.getClass().getRecordComponents();
    for (int i = 0; i < components.length; i++) {
      Object old = components[i].getAccessor().invoke(value);
      for (Map.Entry<String, Object> change : changes(old).entrySet()) {
        Object[] values = new Object[components.length];
        for (int j = 0; j < components.length; j++) {
          values[j] = i == j ? change.getValue() : components[j].getAccessor().invoke(value);
        }
        Constructor<?> constructor = value.getClass().getDeclaredConstructors()[0];
        variants.put(
            components[i].getName() + change.getKey(), (Record) constructor.newInstance(values));
      }
    }
    return variants;
  }

  private static Map<String, Object> changes(Object old) throws ReflectiveOperationException {
    Map<String, Object> changes = new LinkedHashMap<>();
    if (old instanceof Record nested) {
      variants(nested).forEach((path, variant) -> changes.put("." + path, variant));
    } else if (old instanceof Optional<?> optional) {
      changes.put(" absent", Optional.empty());
      changes(optional.orElseThrow())
          .forEach((path, variant) -> changes.put(path, Optional.of(variant)));
    } else if (old instanceof Integer number) {
      changes.put("", number + 1);
    } else if (old instanceof Boolean bool) {
      changes.put("", !bool);
    } else {
      changes.put("", old + "x");
    }
    return changes;
  }

  @ParameterizedTest
  @CsvSource({
    "type: t4g.small, type: t4g.medium",
    "purchase: spot, purchase: on-demand",
    "kernel-6.1-arm64, kernel-6.12-arm64",
    "zone: eu-west-1a, zone: eu-west-1b",
    "environment: production, environment: staging",
  })
  void whatTheLaunchTemplateHoldsMovesTheSuffix(String before, String after) {
    assertThat(identity(before, after).suffix()).isNotEqualTo(identity.suffix());
  }

  @ParameterizedTest
  @CsvSource({
    "memory: 320 MiB, memory: 288 MiB",
    "keepDays: 7, keepDays: 14",
    "size: 40 GiB, size: 60 GiB",
    "port: 8001, port: 8002",
    "health: /health, health: /ready",
    "monthlyDollars: 15, monthlyDollars: 20",
    "close: \"22:00\", close: \"23:00\"",
  })
  void whatTheHostBundleOrAnotherResourceHoldsDoesNot(String before, String after) {
    assertThat(identity(before, after).suffix()).isEqualTo(identity.suffix());
  }

  @Test
  void defaultsAreTheDesigns() {
    LaunchData launch = identity.launch();
    assertThat(launch.root()).isEqualTo(new RootDisk("/dev/xvda", 12, "gp3", true));
    assertThat(launch.metadata()).isEqualTo(new MetadataAccess("required", 1, "enabled"));
    assertThat(launch.cpuCredits()).isEqualTo("standard");
    assertThat(launch.detailedMonitoring()).isFalse();
    assertThat(launch.spot())
        .contains(new SpotMarket("persistent", "stop", Optional.of("2099-12-31T23:59:59Z")));
    assertThat(identity("purchase: spot", "purchase: on-demand").launch().spot()).isEmpty();
  }

  @Test
  void jsonIsSortedAndHoldsNoReference() {
    String json = identity.json();
    assertThat(json).startsWith("{\"launch\":{\"cpuCredits\":\"standard\",\"deployment\":");
    assertThat(json).contains(UserData.VOLUME_REFERENCE).doesNotContain("Token[");
  }
}
