package com.harena.allinone.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.blueprint.Blueprint;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ComposeServicesTest {
  private static final String DIGEST = "@sha256:" + "0123456789abcdef".repeat(4);

  private final JsonNode harena = services(Blueprints.harena());

  @Test
  void startsBackendAndBackupOnlyAfterHealthyStores() {
    for (String service : List.of("backend", "backup")) {
      for (String store : List.of("postgres", "redis", "elasticsearch")) {
        assertThat(harena.at("/%s/depends_on/%s/condition".formatted(service, store)).asText())
            .isEqualTo("service_healthy");
      }
      assertThat(harena.at("/" + service + "/init").asBoolean()).isTrue();
    }
  }

  @Test
  void keepsTheBackendOutUntilItsFirstRelease() {
    assertThat(harena.at("/backend/profiles").toString()).isEqualTo("[\"backend\"]");
    assertThat(harena.at("/backend/image").asText())
        .isEqualTo("${BACKEND_IMAGE:-allinone/backend:unreleased}");
  }

  @Test
  void alwaysStartsABackendThatTheBlueprintNamesUnlessTheHostNamesAReleasedOne() {
    JsonNode image = withBackend("image: ghcr.io/harena/backend:1.0" + DIGEST);
    JsonNode archive = withBackend("archive: backend-1.0.tar.gz");

    assertThat(image.at("/backend").has("profiles")).isFalse();
    assertThat(image.at("/backend/image").asText())
        .isEqualTo("${BACKEND_IMAGE:-ghcr.io/harena/backend:1.0" + DIGEST + "}");
    assertThat(archive.at("/backend").has("profiles")).isFalse();
    assertThat(archive.at("/backend/image").asText()).startsWith("${BACKEND_IMAGE:?");
    assertThat(archive.at("/backend/pull_policy").asText()).isEqualTo("never");
  }

  @Test
  void defect14BackupNeedsNoInstallationAtItsStart() {
    JsonNode backup = harena.get("backup");

    assertThat(backup.get("image")).isEqualTo(harena.at("/postgres/image"));
    assertThat(backup.get("image").asText()).doesNotContain("alpine");
    assertThat(backup.get("entrypoint").toString())
        .startsWith("[\"/opt/java/bin/java\",")
        .endsWith("\"-jar\",\"/opt/allinone/allinone.jar\"]");
    assertThat(backup.get("command").toString()).isEqualTo("[\"instance\",\"dump\"]");
    assertThat(backup.at("/volumes/1/read_only").asBoolean()).isTrue();
    assertThat(backup.at("/volumes/2/read_only").asBoolean()).isTrue();
    assertThat(backup.get("profiles").toString()).isEqualTo("[\"backup\"]");
    assertThat(backup.get("restart").asText()).isEqualTo("no");
  }

  @Test
  void drillsInServersWithoutPortOrDirectoryOfTheDataVolume() {
    for (String server : List.of("postgres", "redis")) {
      JsonNode drill = harena.get("drill-" + server);

      assertThat(drill.get("image")).isEqualTo(harena.at("/%s/image".formatted(server)));
      assertThat(drill.get("profiles").toString()).isEqualTo("[\"drill\"]");
      assertThat(drill.has("ports")).isFalse();
      assertThat(drill.has("volumes")).isFalse();
      assertThat(drill.get("restart").asText()).isEqualTo("no");
    }
  }

  @Test
  void defect14BackupIsGivenItsPasswordsByReference() {
    JsonNode environment = harena.at("/backup/environment");

    assertThat(environment.get("DATABASE_PASSWORD").asText()).startsWith("${DATABASE_PASSWORD:?");
    assertThat(environment.get("REDIS_PASSWORD").asText()).startsWith("${REDIS_PASSWORD:?");
  }

  @Test
  void givesEachServiceOnlyTheSecretsItNeeds() {
    JsonNode services =
        services(
            Blueprints.harenaWith(
                "secrets: [DATABASE_PASSWORD, REDIS_PASSWORD]", "secrets: [PAYMENT_KEY]"));

    assertThat(services.at("/backend/environment/PAYMENT_KEY").asText())
        .isEqualTo("${PAYMENT_KEY:?missing in /run/allinone/secrets.env}");
    assertThat(services.at("/backend/environment").has("DATABASE_PASSWORD")).isFalse();
    assertThat(services.get("postgres").toString()).doesNotContain("PAYMENT_KEY", "REDIS_PASSWORD");
    assertThat(services.get("redis").toString()).doesNotContain("PAYMENT_KEY", "DATABASE_PASSWORD");
    assertThat(services.get("elasticsearch").toString()).doesNotContain("${");
    assertThat(services.get("backup").toString()).doesNotContain("PAYMENT_KEY");
  }

  @Test
  void passesPlainSettingsOnAsTheyAreWritten() {
    JsonNode services =
        services(
            Blueprints.harenaWith(
                "    port: 8001",
                "    port: 8001\n    environment: {PRICE: \"$5 ${X}\", PORT: \"1\"}"));

    assertThat(services.at("/backend/environment/PRICE").asText()).isEqualTo("$$5 $${X}");
    assertThat(services.at("/backend/environment/PORT").asText()).isEqualTo("1");
  }

  @Test
  void tellsTheBackendWhereTheStoresAreWithoutAPassword() {
    JsonNode environment = harena.at("/backend/environment");

    assertThat(environment.get("DATABASE_URL").asText())
        .isEqualTo("postgresql://harena@postgres:5432/harena");
    assertThat(environment.get("ELASTICSEARCH_URL").asText())
        .isEqualTo("http://elasticsearch:9200");
  }

  @Test
  void asksTheBackendsHealthPathOnItsPort() {
    assertThat(
            services(Blueprints.harenaWith("health: /health", "health: /api/ready"))
                .at("/backend/healthcheck/test/1")
                .asText())
        .contains("wget -q -T 4 -O /dev/null http://127.0.0.1:8001/api/ready;")
        .contains("curl -sf -m 4 -o /dev/null http://127.0.0.1:8001/api/ready;");
  }

  @Test
  void leavesStartingAfterABootToCompose() {
    for (String service : List.of("postgres", "redis", "elasticsearch", "backend")) {
      assertThat(harena.at("/" + service + "/restart").asText()).isEqualTo("unless-stopped");
    }
  }

  @Test
  void handsRedisItsPasswordInNoArgument() throws IOException {
    JsonNode file = ComposeSchema.read(ComposeFile.of(Blueprints.harena()).text());

    assertThat(file.at("/services/redis/command").toString()).doesNotContain("PASSWORD");
    assertThat(file.at("/services/redis/healthcheck").toString()).doesNotContain("PASSWORD");
    assertThat(file.at("/configs/redis/content").asText())
        .contains("requirepass \"${REDIS_PASSWORD:?");
  }

  @Test
  void makesAContainerAnewWhenItsConfigurationOrASecretOfItChanges() {
    Blueprint blueprint = Blueprints.harenaWith("origin: vpc", "origin: address");
    JsonNode services = services(blueprint);
    JsonNode smaller =
        services(Blueprints.harenaWith("memory: 96 MiB\n  elastic", "memory: 90 MiB\n  elastic"));
    String label = "/labels/allinone.configuration";

    assertThat(services.at("/redis" + label).asText()).matches("[0-9a-f]{8}");
    assertThat(smaller.at("/redis" + label)).isNotEqualTo(services.at("/redis" + label));
    assertThat(services.at("/redis/environment").toString()).contains("${REDIS_PASSWORD:?");
    assertThat(services.at("/proxy" + label).asText()).matches("[0-9a-f]{8}");
    assertThat(services.at("/proxy/environment").toString()).contains("${ORIGIN_SECRET:?");
  }

  @Test
  void putsAProxyThatAsksForTheSecretBeforeABackendReachedByAddress() throws IOException {
    ComposeFile address = ComposeFile.of(Blueprints.harenaWith("origin: vpc", "origin: address"));
    JsonNode file = ComposeSchema.read(address.text());

    assertThat(file.at("/services/backend").has("ports")).isFalse();
    assertThat(file.at("/services/proxy/networks").toString()).isEqualTo("[\"edge\"]");
    assertThat(file.at("/configs/proxy/content").asText())
        .contains("if ($$http_x_allinone_origin != \"${ORIGIN_SECRET:?")
        .contains("{ return 403; }")
        .contains("set $$backend http://backend:8001;")
        .contains("proxy_set_header X-Allinone-Origin \"\";");
    assertThat(harena.has("proxy")).isFalse();
  }

  private JsonNode withBackend(String line) {
    return services(Blueprints.harenaWith("    port: 8001", "    port: 8001\n    " + line));
  }

  private static JsonNode services(Blueprint blueprint) {
    try {
      return ComposeSchema.read(ComposeFile.of(blueprint).text()).get("services");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
