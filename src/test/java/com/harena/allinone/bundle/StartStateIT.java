package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong before there is Java has a name in boot.json, and none of it stays. */
class StartStateIT {
  private static final String PARAMETER = "parameter /allinone/harena-production/bundle";

  @TempDir private Path root;
  private StandInHost host;

  @BeforeEach
  void boot() throws IOException {
    Program.Result namespace =
        Program.named("unshare").run("--user", "--map-root-user", "--mount", "true");
    if (namespace.status() != 0) {
      Program.missing("unshare", "no mount namespace can be made: " + namespace.output().strip());
    }
    host = StandInHost.booted(root, BlueprintLoader.load(UserDataTest.BLUEPRINT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "An error occurred (ParameterNotFound) when calling the GetParameter operation: | "
            + PARAMETER,
        "Could not connect to the endpoint URL: \"https://ssm.eu-west-1.test/\" | network",
        "Connection was closed before we received a valid response from endpoint URL: \"x\" |"
            + " network",
        "Connect timeout on endpoint URL: \"https://ssm.eu-west-1.test/\" | network",
        "Unable to locate credentials. You can configure credentials by running aws | network",
        "An error occurred (InvalidSignatureException): Signature expired: 20261127T080000Z |"
            + " clock",
        "SSL validation failed: certificate is not yet valid | clock"
      })
  void whatAwsRefusesIsNamedAndTriedAgain(String said, String step) throws IOException {
    String sha256 = host.deploy("exit 0");
    host.awsSays("a line before", said);

    assertThat(host.start().status()).isEqualTo(1);

    assertThat(state("state")).isEqualTo("failed");
    assertThat(state("step")).startsWith(step);
    assertThat(state("message")).isEqualTo(said);
    assertThat(Instant.parse(state("since"))).isBefore(Instant.now());

    host.awsSays();
    assertThat(host.start().status()).isZero();
    assertThat(state("bundle")).isEqualTo(sha256);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"none | JSONDecodeError", "{\"bucket\": \"b\"} | KeyError: 'key'"})
  void aParameterThatNamesNoBundleIsNamed(String value, String why) throws IOException {
    host.deploy("exit 0");
    Files.writeString(host.path("/world/parameter"), value);

    assertThat(host.start().status()).isEqualTo(1);

    assertThat(state("step")).isEqualTo(PARAMETER);
    assertThat(state("message")).contains(why);
  }

  @Test
  void aCorruptBundleIsNamed() throws IOException {
    String sha256 = host.deploy("exit 0");
    Files.writeString(host.object(sha256), "half of it");

    assertThat(host.start().status()).isEqualTo(1);

    assertThat(state("state")).isEqualTo("failed");
    assertThat(state("step")).isEqualTo("hash of the bundle");
    assertThat(state("message")).contains("did NOT match");
  }

  @Test
  void aBundleThatIsNotThereIsNamed() throws IOException {
    Files.delete(host.object(host.deploy("exit 0")));

    assertThat(host.start().status()).isEqualTo(1);

    assertThat(state("step")).isEqualTo("fetching the bundle");
  }

  @Test
  void packagesThatCannotBeInstalledAreNamed() throws IOException {
    String sha256 = host.deploy("exit 0");
    Files.createFile(host.path("/world/no-packages"));

    assertThat(host.start().status()).isNotZero();

    assertThat(state("state")).isEqualTo("failed");
    assertThat(state("step")).isEqualTo("packages");
    assertThat(state("bundle")).isEqualTo(sha256);
    assertThat(state("message")).contains("ended with exit status", "journalctl -u allinone");
  }

  @Test
  void whatTheBootItselfSaidOfItsFailureStays() throws IOException {
    String said =
        "{\"state\":\"failed\",\"step\":\"services\",\"since\":\"2026-11-23T08:00:00Z\",\"bundle\":\"\",\"message\":\"why\"}";
    host.deploy("echo '%s' > /var/lib/allinone/boot.json; exit 75".formatted(said));

    assertThat(host.start().status()).isEqualTo(75);

    assertThat(host.path("/var/lib/allinone/boot.json")).hasContent(said);
  }

  @Test
  void aBootThatWasKilledIsNamedWithItsStep() throws IOException {
    host.deploy("sed -i s/packages/secrets/ /var/lib/allinone/boot.json; kill -KILL $$");

    assertThat(host.start().status()).isEqualTo(137);

    assertThat(state("state")).isEqualTo("failed");
    assertThat(state("step")).isEqualTo("secrets");
  }

  @Test
  void whyABundleFailedIsKeptWhileTheLastGoodOneServes() throws IOException {
    host.deploy("exit 0");
    host.start();
    String bad = host.deploy("exit 1");

    assertThat(host.start().status()).isZero();

    JsonNode why = read("/opt/allinone/failed/" + bad);
    assertThat(why.get("state").textValue()).isEqualTo("failed");
    assertThat(why.get("bundle").textValue()).isEqualTo(bad);
  }

  @Test
  void aCallerWhoseBundleCannotBeFetchedIsToldAndTheMachineStaysWhatItWas() throws IOException {
    host.deploy("exit 0");
    host.start();
    String before = Files.readString(host.path("/var/lib/allinone/boot.json"));
    String next = host.deploy("exit 0 # next");
    Files.delete(host.object(next));

    assertThat(host.start(next).status()).isEqualTo(1);

    assertThat(host.path("/var/lib/allinone/boot.json")).hasContent(before);
  }

  private String state(String key) throws IOException {
    return read("/var/lib/allinone/boot.json").get(key).textValue();
  }

  private JsonNode read(String file) throws IOException {
    return new ObjectMapper().readTree(host.path(file).toFile());
  }
}
