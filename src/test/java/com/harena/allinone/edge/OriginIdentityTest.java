package com.harena.allinone.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OriginIdentityTest {
  private static final Map<String, String> TAGS = Map.of("a", "1", "b", "2");

  private static OriginIdentity identity(String region, int port, Map<String, String> tags) {
    return new OriginIdentity("1a2b3c4d", region, "harena-production", port, "http-only", tags);
  }

  @Test
  void everyPartOfTheOriginMovesSuffixAndName() {
    OriginIdentity first = identity("eu-west-1", 8001, TAGS);
    Stream<OriginIdentity> others =
        Stream.of(
            identity("eu-west-3", 8001, TAGS),
            identity("eu-west-1", 8002, TAGS),
            identity("eu-west-1", 8001, Map.of("a", "1")),
            identity("eu-west-1", 8001, Map.of("a", "1", "b", "3")),
            new OriginIdentity(
                "ffffffff", "eu-west-1", "harena-production", 8001, "http-only", TAGS),
            new OriginIdentity("1a2b3c4d", "eu-west-1", "harena-staging", 8001, "http-only", TAGS),
            new OriginIdentity(
                "1a2b3c4d", "eu-west-1", "harena-production", 8001, "https-only", TAGS));

    assertThat(Stream.concat(Stream.of(first), others).map(OriginIdentity::name))
        .doesNotHaveDuplicates()
        .hasSize(8)
        .allMatch(name -> name.matches("allinone-[0-9a-f]{8}"));
  }

  @Test
  void theSameOriginKeepsItsSuffix() {
    assertThat(identity("eu-west-1", 8001, new TreeMap<>(TAGS)).suffix())
        .isEqualTo(identity("eu-west-1", 8001, TAGS).suffix());
  }

  @Test
  void refusesAPortThatCloudFrontDoesNotReach() {
    assertThatThrownBy(() -> identity("eu-west-1", 81, TAGS)).hasMessageContaining("port 81");
    assertThat(identity("eu-west-1", 80, TAGS).port()).isEqualTo(80);
  }
}
