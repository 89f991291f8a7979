package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.shape.KeyShape;
import com.harena.allinone.blueprint.shape.SectionShape;
import com.harena.allinone.blueprint.shape.Shapes;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BlueprintDefaultsTest {
  @Test
  void statesEveryDefaultOnce() {
    assertThat(defaults(Shapes.of(Blueprint.class), ""))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("environment", "production"),
                Map.entry("machine.type", "t4g.small"),
                Map.entry("machine.purchase", "spot"),
                Map.entry(
                    "machine.image",
                    "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64"),
                Map.entry("machine.systemShare", "250 MiB"),
                Map.entry("disk.size", "40 GiB"),
                Map.entry("disk.type", "gp3"),
                Map.entry("hours.days", "[mon, tue, wed, thu, fri]"),
                Map.entry("services.postgres.memory", "320 MiB"),
                Map.entry("services.redis.memory", "96 MiB"),
                Map.entry("services.elasticsearch.memory", "800 MiB"),
                Map.entry("services.elasticsearch.heap", "384 MiB"),
                Map.entry("services.backend.port", "8001"),
                Map.entry("services.backend.health", "/health"),
                Map.entry("services.backend.memory", "96 MiB"),
                Map.entry("services.backend.environment", "{}"),
                Map.entry("services.backend.secrets", "[]"),
                Map.entry("services.backup.keepDays", "7"),
                Map.entry("services.backup.memory", "96 MiB"),
                Map.entry("services.backup.upload", "true"),
                Map.entry("edge.origin", "vpc"),
                Map.entry("tags", "{}")));
  }

  @Test
  void fillsTheSmallestBlueprintWithThem() {
    Blueprint blueprint = BlueprintLoader.parse(Samples.minimal());

    assertThat(blueprint.environment()).isEqualTo(new Name("production"));
    assertThat(blueprint.machine())
        .isEqualTo(
            new Machine(
                MachineType.T4G_SMALL,
                Purchase.SPOT,
                new MachineImage(
                    "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64"),
                Size.ofMebibytes(250)));
    assertThat(blueprint.disk())
        .isEqualTo(new Disk(Size.ofGibibytes(40), DiskType.GP3, Optional.empty()));
    assertThat(blueprint.hours()).isEmpty();
    assertThat(blueprint.services().backend())
        .isEqualTo(
            new Backend(
                Optional.empty(),
                Optional.empty(),
                8001,
                new HttpPath("/health"),
                Size.ofMebibytes(96),
                Map.of(),
                List.of()));
    assertThat(blueprint.services().backup().keepDays()).isEqualTo(7);
    assertThat(blueprint.services().backup().upload()).isTrue();
    assertThat(blueprint.site()).isEqualTo(new Site(Optional.empty(), Optional.empty()));
    assertThat(blueprint.edge().origin()).isEqualTo(OriginAccess.VPC);
    assertThat(blueprint.tags()).isEmpty();
  }

  @Test
  void opensFromMondayToFridayByDefault() {
    Blueprint blueprint = BlueprintLoader.parse(Samples.minimal() + Samples.HOURS);

    assertThat(blueprint.hours().orElseThrow().days())
        .containsExactly(
            DayOfWeek.MONDAY,
            DayOfWeek.TUESDAY,
            DayOfWeek.WEDNESDAY,
            DayOfWeek.THURSDAY,
            DayOfWeek.FRIDAY);
  }

  private static Map<String, String> defaults(SectionShape section, String path) {
    Map<String, String> found = new TreeMap<>();
    for (KeyShape key : section.keys()) {
      if (key.hasDefault()) {
        found.put(path + key.name(), key.setting().defaultValue());
      }
      if (key.shape() instanceof SectionShape inner) {
        found.putAll(defaults(inner, path + key.name() + "."));
      }
    }
    return found;
  }
}
