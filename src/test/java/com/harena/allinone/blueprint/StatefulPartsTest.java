package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a comparison with something outside the file can judge. */
class StatefulPartsTest {
  @TempDir Path folder;

  @Test
  void refusesASmallerDisk() throws IOException {
    assertThat(new DeployedVolume(Size.ofGibibytes(40), zone("eu-west-1a")).faults(with("30 GiB")))
        .singleElement()
        .asString()
        .matches(
            ".*b[.]yaml:20:14: disk[.]size is smaller than the volume that exists, and a volume"
                + " cannot shrink: \"30 GiB\"; allowed: at least 40 GiB; write 40 GiB; .*");
  }

  @Test
  void acceptsTheSameAndALargerDisk() throws IOException {
    DeployedVolume deployed = new DeployedVolume(Size.ofGibibytes(40), zone("eu-west-1a"));

    assertThat(deployed.faults(with("40 GiB"))).isEmpty();
    assertThat(deployed.faults(with("41 GiB"))).isEmpty();
  }

  @Test
  void refusesAnotherZone() throws IOException {
    assertThat(new DeployedVolume(Size.ofGibibytes(40), zone("eu-west-1b")).faults(with("40 GiB")))
        .singleElement()
        .asString()
        .contains("b.yaml:4:7: zone is not the zone of the volume", "write eu-west-1b");
  }

  @Test
  void leavesAnAdoptedVolumeFree() throws IOException {
    assertThat(
            new DeployedVolume(Size.ofGibibytes(80), zone("eu-west-1b"))
                .faults(with("40 GiB, volume: vol-0123456789abcdef0")))
        .isEmpty();
  }

  @Test
  void listsPlaceholdersWithTheirKeysAndPlaces() throws IOException {
    LocatedBlueprint located = with("40 GiB");

    assertThat(Placeholders.of(located.blueprint()))
        .containsExactly(
            new Placeholder("services.postgres.image", "postgres:16@placeholder:postgres-digest"),
            new Placeholder("services.redis.image", "redis:7@placeholder:redis-digest"),
            new Placeholder(
                "services.elasticsearch.image",
                "docker.elastic.co/elasticsearch/elasticsearch:8@placeholder:elasticsearch-digest"));
    assertThat(Placeholders.faults(located).get(1).toString())
        .contains("b.yaml:11:12: services.redis.image still holds a placeholder: \"redis:7@place");
  }

  @Test
  void findsThePlaceholderOfAMachineImage() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("b.yaml"), Samples.minimal() + "machine: {image: placeholder:golden}\n");

    assertThat(Placeholders.of(BlueprintLoader.load(file)))
        .contains(new Placeholder("machine.image", "placeholder:golden"));
  }

  private LocatedBlueprint with(String disk) throws IOException {
    return BlueprintLoader.locate(
        Files.writeString(
            folder.resolve("b.yaml"), Samples.minimal() + "disk: {size: " + disk + "}\n"));
  }

  private static Zone zone(String name) {
    return new Zone(name);
  }
}
