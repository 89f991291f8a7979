package com.harena.allinone.blueprint;

import static com.harena.allinone.blueprint.Samples.HOURS;
import static com.harena.allinone.blueprint.Samples.messages;
import static com.harena.allinone.blueprint.Samples.minimal;
import static com.harena.allinone.blueprint.Samples.minimalWith;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the rules draw their lines; that each refuses is shown by the malformed corpus. */
class BlueprintRulesTest {
  @Test
  void defect13RejectsABackupInsideTheShutdownWindow() {
    assertThat(messages(minimalWith("\"21:00\"", "02:00") + HOURS))
        .singleElement()
        .asString()
        .startsWith("services.backup.at is outside the opening hours, so it would never run");
  }

  @ParameterizedTest
  @ValueSource(strings = {"08:00", "21:59"})
  void acceptsABackupInTheFirstAndInTheLastOpenMinute(String time) {
    assertThat(messages(minimalWith("\"21:00\"", time) + HOURS)).isEmpty();
  }

  @Test
  void acceptsABackupAtNightWithoutOpeningHours() {
    assertThat(messages(minimalWith("\"21:00\"", "02:00"))).isEmpty();
  }

  @Test
  void defect10RefusesAOneTimeSpotRequestOnlyWithOpeningHours() {
    String oneTime = minimal() + "machine: {purchase: one-time-spot}\n";

    assertThat(messages(oneTime)).isEmpty();
    assertThat(messages(oneTime + HOURS)).hasSize(1);
  }

  @Test
  void defect19RefusesOneMebibyteTooMuch() {
    String before = "    user: harena\n";

    assertThat(messages(minimalWith(before, before + "    memory: 359 MiB\n"))).isEmpty();
    assertThat(messages(minimalWith(before, before + "    memory: 360 MiB\n")))
        .singleElement()
        .asString()
        .contains("= 1914 MiB", "allowed: 1913 MiB in all", "lower limits by 1 MiB");
  }

  @Test
  void countsTheProxyOfAnAddressOrigin() {
    String before = "    user: harena\n";
    String address =
        minimalWith(before, before + "    memory: 359 MiB\n") + "edge: {origin: address}\n";

    assertThat(messages(address)).singleElement().asString().contains("+ proxy 32 +");
  }

  @Test
  void acceptsLimitsThatFitALargerMachine() {
    String before = "    user: harena\n";

    assertThat(
            messages(
                minimalWith(before, before + "    memory: 1 GiB\n")
                    + "machine: {type: t4g.medium}\n"))
        .isEmpty();
  }

  @Test
  void refusesALimitOneMebibyteBelowHeapAndMeasuredNeed() {
    assertThat(messages(minimalWith("  backup:", "    memory: 689 MiB\n  backup:"))).isEmpty();
    assertThat(messages(minimalWith("  backup:", "    memory: 688 MiB\n  backup:")))
        .singleElement()
        .asString()
        .contains("at least 689 MiB: the heap of 384 MiB and 305 to 345 MiB");
  }

  @Test
  void blamesTheMachineTypeWhenTheImageIsTheDefault() {
    assertThat(messages(minimal() + "machine: {type: t3.small}\n"))
        .singleElement()
        .asString()
        .startsWith("machine.type does not fit")
        .contains("write image: resolve:ssm:", "kernel-6.1-x86_64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elasticsearch:7.8.0",
        "elasticsearch:8.19.22",
        "docker.elastic.co/elasticsearch/elasticsearch:7.17.0",
        "elasticsearch:7.10.2-arm64"
      })
  void acceptsImagesThatExistForArm(String image) {
    assertThat(messages(withElasticsearch(image))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "elasticsearch:7.7.1",
        "elasticsearch:6.8.23",
        "docker.io/library/elasticsearch:5",
        "docker.elastic.co/elasticsearch/elasticsearch-oss:7.6.2",
        "amd64/elasticsearch:8.19.22",
        "elasticsearch:8.19.22-amd64"
      })
  void refusesImagesKnownNotToExistForArm(String image) {
    assertThat(messages(withElasticsearch(image)))
        .singleElement()
        .asString()
        .contains("does not exist for arm64");
  }

  @Test
  void defect15NamesPortForwardingForAnOpenedStore() {
    assertThat(messages(minimalWith("    user: harena", "    user: harena\n    ports: [5432]")))
        .singleElement()
        .asString()
        .contains("cannot be opened to a network", "SSM port forwarding");
  }

  @Test
  void holdsTheNameOfADeploymentToFortyCharacters() {
    String exact = "a-name-of-29-characters-in-al";

    assertThat(messages(minimalWith("name: harena", "name: " + exact))).isEmpty();
    assertThat(messages(minimalWith("name: harena", "name: " + exact + "l")))
        .singleElement()
        .asString()
        .startsWith("name makes the deployment's name 41 characters long");
  }

  @Test
  void acceptsTagsUpToTheirLimits() {
    String tag = "  " + "k".repeat(128) + ": \"" + "v".repeat(256) + "\"\n";

    assertThat(messages(minimal() + "tags:\n" + tag + "  Größe: 10 µ\n".replace("µ", "m")))
        .isEmpty();
  }

  @Test
  void refusesMoreTagsThanAResourceMayHave() {
    StringBuilder tags = new StringBuilder("tags:\n");
    for (int tag = 1; tag <= 48; tag++) {
      tags.append("  tag-").append(tag).append(": a\n");
    }

    assertThat(messages(minimal() + tags))
        .singleElement()
        .asString()
        .startsWith("tags holds 48 tags; allowed: at most 47");
  }

  private static String withElasticsearch(String image) {
    return minimalWith("docker.elastic.co/elasticsearch/elasticsearch:8@", image + "@");
  }
}
