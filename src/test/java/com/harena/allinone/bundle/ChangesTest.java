package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.blueprint.Text;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of each setting of the blueprint does to the user data and to the host bundle. */
class ChangesTest {
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

  /** Another allowed value for every setting, as JSON; a path may need others beside it. */
  private static final Map<String, String> OTHER_VALUES =
      Map.ofEntries(
          entry("name", "'other'"),
          entry("environment", "staging"),
          entry("region", "eu-west-3"),
          entry("zone", "eu-west-1b"),
          entry("machine.type", "t4g.medium"),
          entry("machine.purchase", "on-demand"),
          entry("machine.image", "ami-0123456789abcdef0"),
          entry("machine.systemShare", "280 MiB"),
          entry("disk.size", "50 GiB"),
          entry("disk.type", "gp3"),
          entry("disk.volume", "vol-0123456789abcdef0"),
          entry("hours.zone", "Europe/London"),
          entry("hours.days", "[mon, tue]"),
          entry("hours.open", "'09:00'"),
          entry("hours.close", "'23:00'"),
          entry("services.postgres.image", "postgres:17" + DIGEST),
          entry("services.postgres.memory", "300 MiB"),
          entry("services.postgres.database", "other"),
          entry("services.postgres.user", "other"),
          entry("services.redis.image", "redis:8" + DIGEST),
          entry("services.redis.memory", "80 MiB"),
          entry("services.elasticsearch.image", "elasticsearch:8" + DIGEST),
          entry("services.elasticsearch.memory", "780 MiB"),
          entry("services.elasticsearch.heap", "256 MiB"),
          entry("services.backend.image", "backend:1" + DIGEST),
          entry("services.backend.archive", "backend-1.tar.gz"),
          entry("services.backend.port", "8002"),
          entry("services.backend.health", "/healthy"),
          entry("services.backend.memory", "90 MiB"),
          entry("services.backend.environment", "{LOG_LEVEL: info}"),
          entry("services.backend.secrets", "[SIGNING_KEY]"),
          entry("services.backup.at", "'20:00'"),
          entry("services.backup.keepDays", "8"),
          entry("services.backup.memory", "90 MiB"),
          entry("services.backup.upload", "false"),
          entry("site.domain", "app.example.org"),
          entry(
              "site.certificate",
              "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"),
          entry("edge.origin", "address"),
          entry("alarms.address", "other@example.org"),
          entry("budget.monthlyDollars", "16"),
          entry("tags", "{team: web}"));

  /** Whatever changes these replaces the instance anyway: another copy, region or volume. */
  private static final Set<String> IN_USER_DATA =
      Set.of("name", "environment", "region", "disk.volume");

  @TempDir private Path folder;
  private Path jar;
  private Blueprint blueprint;

  @BeforeEach
  void read() throws IOException {
    jar = Files.writeString(folder.resolve("allinone.jar"), "stands for a jar");
    blueprint = BlueprintLoader.load(UserDataTest.BLUEPRINT);
  }

  @Test
  void theTableKnowsEverySetting() {
    Set<String> settings = new TreeSet<>();
    collect(Blueprint.class, "", settings);

    assertThat(OTHER_VALUES.keySet()).containsExactlyInAnyOrderElementsOf(settings);
  }

  @Test
  void onlyTheMachinesIdentityIsInTheUserData() throws IOException {
    UserData before = UserData.of(blueprint);

    Set<String> changing = new TreeSet<>();
    for (Map.Entry<String, Blueprint> changed : changedBlueprints().entrySet()) {
      if (!UserData.of(changed.getValue()).equals(before)) {
        changing.add(changed.getKey());
      }
    }

    assertThat(changing).containsExactlyInAnyOrderElementsOf(IN_USER_DATA);
  }

  @Test
  void whateverChangesTheServicesChangesTheBundle() throws IOException {
    String before = HostBundle.of(blueprint, jar).sha256();

    Set<String> unchanged = new TreeSet<>();
    for (Map.Entry<String, Blueprint> changed : changedBlueprints().entrySet()) {
      if (HostBundle.of(changed.getValue(), jar).sha256().equals(before)) {
        unchanged.add(changed.getKey());
      }
    }

    assertThat(unchanged).noneMatch(setting -> setting.startsWith("services."));
    assertThat(unchanged).contains("alarms.address", "budget.monthlyDollars", "machine.purchase");
  }

  @Test
  void anotherJarChangesTheBundle() throws IOException {
    String before = HostBundle.of(blueprint, jar).sha256();
    Files.writeString(jar, "stands for another jar");

    assertThat(HostBundle.of(blueprint, jar).sha256()).isNotEqualTo(before);
  }

  private Map<String, Blueprint> changedBlueprints() throws IOException {
    Map<String, Blueprint> changed = new TreeMap<>();
    for (Map.Entry<String, String> other : OTHER_VALUES.entrySet()) {
      ObjectNode file = (ObjectNode) YAML.readTree(UserDataTest.BLUEPRINT.toFile());
      set(file, other.getKey(), YAML.readTree(other.getValue()));
      companions(file, other.getKey());
      changed.put(other.getKey(), BlueprintLoader.parse(YAML.writeValueAsString(file)));
    }
    return changed;
  }

  /** Settings that are only allowed together. */
  private static void companions(ObjectNode file, String path) throws IOException {
    if (path.equals("region")) {
      set(file, "zone", YAML.readTree("eu-west-3a"));
    }
    if (path.startsWith("site.")) {
      for (String site : Set.of("site.domain", "site.certificate")) {
        set(file, site, YAML.readTree(OTHER_VALUES.get(site)));
      }
    }
  }

  private static void set(ObjectNode file, String path, JsonNode value) {
    int dot = path.lastIndexOf('.');
    ObjectNode parent =
        dot < 0 ? file : (ObjectNode) file.at("/" + path.substring(0, dot).replace('.', '/'));
    parent.set(path.substring(dot + 1), value);
  }

  private static void collect(Class<?> type, String prefix, Set<String> settings) {
    for (RecordComponent component : type.getRecordComponents()) {
      Type generic = component.getGenericType();
      Class<?> value =
          component.getType() == Optional.class
              ? (Class<?>) ((ParameterizedType) generic).getActualTypeArguments()[0]
              : component.getType();
      String path = prefix + component.getName();
      if (value.isRecord() && !value.isAnnotationPresent(Text.class)) {
        collect(value, path + ".", settings);
      } else {
        settings.add(path);
      }
    }
  }
}
