package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.shape.KeyShape;
import com.harena.allinone.blueprint.shape.SectionShape;
import com.harena.allinone.blueprint.shape.Shapes;
import com.harena.allinone.blueprint.yaml.YamlEntry;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import com.harena.allinone.blueprint.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BlueprintMappingTest {
  private static final Path FULL = Samples.file("full.yaml");
  private final Blueprint blueprint = BlueprintLoader.load(FULL);

  @Test
  void readsTheBlueprintOfTheProject() {
    Path file = Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");

    assertThat(BlueprintLoader.load(file).deployment()).isEqualTo("harena-production");
    assertThat(BlueprintLoader.load(file).parameterPath()).isEqualTo("/allinone/harena-production");
  }

  @Test
  void theFullBlueprintHasEveryKey() throws IOException {
    YamlMapping tree =
        (YamlMapping) YamlReader.read(Files.readString(FULL), new Faults("full")).orElseThrow();

    assertEveryKey(Shapes.of(Blueprint.class), tree, "");
  }

  @Test
  void mapsTheApplicationAndItsMachine() {
    assertThat(blueprint.deployment()).isEqualTo("museum-acceptance");
    assertThat(blueprint.region()).isEqualTo(new Region("eu-west-3"));
    assertThat(blueprint.zone()).isEqualTo(new Zone("eu-west-3b"));
    assertThat(blueprint.machine())
        .isEqualTo(
            new Machine(
                MachineType.T3_MEDIUM,
                Purchase.ON_DEMAND,
                new MachineImage(
                    "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-x86_64:52"),
                Size.ofMebibytes(300)));
    assertThat(blueprint.disk())
        .isEqualTo(
            new Disk(
                Size.ofGibibytes(80),
                DiskType.GP3,
                Optional.of(new VolumeId("vol-0123456789abcdef0"))));
    assertThat(blueprint.hours())
        .contains(
            new Hours(
                ZoneId.of("Europe/Athens"),
                List.of(DayOfWeek.TUESDAY, DayOfWeek.SATURDAY),
                LocalTime.of(9, 5),
                LocalTime.of(23, 55)));
  }

  @Test
  void mapsTheStores() {
    assertThat(blueprint.services().postgres())
        .isEqualTo(
            new Postgres(
                new ImageReference("postgres:17@placeholder:postgres-digest"),
                Size.ofMebibytes(512),
                new DatabaseName("museum_data"),
                new DatabaseName("museum_owner")));
    assertThat(blueprint.services().redis())
        .isEqualTo(
            new Redis(
                new ImageReference("redis:8@placeholder:redis-digest"), Size.ofMebibytes(128)));
    assertThat(blueprint.services().elasticsearch())
        .isEqualTo(
            new Elasticsearch(
                new ImageReference("elasticsearch:9@placeholder:elasticsearch-digest"),
                Size.ofGibibytes(1),
                Size.ofMebibytes(512)));
    assertThat(blueprint.services().backup())
        .isEqualTo(new Backup(LocalTime.of(21, 30), 14, Size.ofMebibytes(128), false));
  }

  @Test
  void mapsTheBackendAndKeepsItsEnvironmentAsItIsWritten() {
    Map<VariableName, String> environment = new LinkedHashMap<>();
    environment.put(new VariableName("LOG_LEVEL"), "debug");
    environment.put(new VariableName("CONNECTIONS"), "0010");
    environment.put(new VariableName("TOKEN_TTL"), "3600");
    environment.put(
        new VariableName("DATABASE_URL"), "postgres://museum:${DATABASE_PASSWORD}@postgres/museum");
    environment.put(new VariableName("EMPTY"), "");

    Backend backend = blueprint.services().backend();
    assertThat(backend)
        .isEqualTo(
            new Backend(
                Optional.of(
                    new ImageReference(
                        "registry.example.org/museum/backend:2.1@placeholder:backend-digest")),
                Optional.empty(),
                9000,
                new HttpPath("/api/health"),
                Size.ofMebibytes(256),
                environment,
                List.of(new VariableName("DATABASE_PASSWORD"), new VariableName("API_KEY"))));
    assertThat(backend.environment().keySet()).containsExactlyElementsOf(environment.keySet());
  }

  @Test
  void mapsWhatIsAroundTheInstance() {
    assertThat(blueprint.site().domain()).contains(new DomainName("www.example.org"));
    assertThat(blueprint.site().certificate().orElseThrow().value())
        .startsWith("arn:aws:acm:us-east-1:");
    assertThat(blueprint.edge()).isEqualTo(new Edge(OriginAccess.ADDRESS));
    assertThat(blueprint.alarms()).isEqualTo(new Alarms(new EmailAddress("on-call@example.org")));
    assertThat(blueprint.budget()).isEqualTo(new Budget(40));
    assertThat(blueprint.tags()).isEqualTo(Map.of("team", "exhibitions", "cost center", "42"));
  }

  @Test
  void readsTimesWithAndWithoutQuotesAlike() {
    String quoted = Samples.HOURS.replace("22:00", "\"22:00\"").replace("08:00", "'08:00'");

    assertThat(BlueprintLoader.parse(Samples.minimal() + Samples.HOURS))
        .isEqualTo(BlueprintLoader.parse(Samples.minimal() + quoted));
  }

  private static void assertEveryKey(SectionShape section, YamlMapping mapping, String path) {
    assertThat(mapping.entries())
        .extracting(YamlEntry::key)
        .containsAll(
            path.equals("services.backend.")
                ? section.names().stream().filter(name -> !name.equals("archive")).toList()
                : section.names());
    for (KeyShape key : section.keys()) {
      if (key.shape() instanceof SectionShape inner) {
        assertEveryKey(
            inner,
            (YamlMapping) mapping.entry(key.name()).orElseThrow().value(),
            path + key.name() + ".");
      }
    }
  }
}
