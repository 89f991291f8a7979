package com.harena.allinone.move.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.harena.allinone.blueprint.FaultyBlueprintException;
import com.harena.allinone.endpoint.Address;
import com.harena.allinone.endpoint.ElasticsearchEndpoint;
import com.harena.allinone.endpoint.PostgresEndpoint;
import com.harena.allinone.endpoint.RedisEndpoint;
import com.harena.allinone.endpoint.SecretReference;
import com.harena.allinone.endpoint.SecretReference.Place;
import com.harena.allinone.endpoint.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanLoaderTest {
  private static final String SMALLEST =
      """
      environment: harena
      source: {redis: {address: "old:6379"}}
      target: {redis: {address: "new:6379"}}
      """;

  @TempDir private Path folder;

  private MovePlan load(String text) throws IOException {
    return PlanLoader.load(Files.writeString(folder.resolve("harena.move.yaml"), text));
  }

  /** The faults, without the file's name before each. */
  private List<String> faults(String text) {
    FaultyBlueprintException faulty =
        catchThrowableOfType(FaultyBlueprintException.class, () -> load(text));
    String file = folder.resolve("harena.move.yaml") + ":";
    return faulty.getMessage().lines().map(line -> line.replace(file, "")).toList();
  }

  @Test
  void theSmallestPlanHasTheseDefaults() throws IOException {
    MovePlan plan = load(SMALLEST);

    assertThat(plan.environment()).isEqualTo("harena");
    assertThat(plan.jobs()).isEqualTo(2);
    assertThat(plan.region()).isEmpty();
    assertThat(plan.source().redis())
        .contains(
            new RedisEndpoint(
                new Address("old", 6379), Optional.empty(), Optional.empty(), Tls.VERIFIED));
    assertThat(plan.source().postgres()).isEmpty();
    assertThat(plan.target().elasticsearch()).isEmpty();
    assertThat(plan.configuration()).isEmpty();
    assertThat(plan.application()).isEmpty();
    assertThat(plan.directory()).isEqualTo(folder.resolve("harena.move.d"));
  }

  @Test
  void everyKeyArrivesAndPathsBeginAtThePlansFolder() throws IOException {
    MovePlan plan = load(Plans.full());
    Optional<Path> authority = Optional.of(folder.resolve("ca.pem"));

    assertThat(plan.jobs()).isEqualTo(4);
    assertThat(plan.region()).contains("eu-west-3");
    assertThat(plan.source().postgres())
        .contains(
            new PostgresEndpoint(
                new Address("old.example.org", 5432),
                "harena",
                "mover",
                Optional.of(new SecretReference(Place.ENV, "OLD_PASSWORD")),
                new Tls(Tls.Mode.VERIFY, authority)));
    assertThat(plan.source().elasticsearch())
        .contains(
            new ElasticsearchEndpoint(
                new Address("::1", 9200),
                Optional.of("elastic"),
                Optional.of(
                    new SecretReference(Place.FILE, folder.resolve("secrets/old").toString())),
                Tls.OFF));
    assertThat(plan.target().elasticsearch().orElseThrow().password())
        .contains(new SecretReference(Place.SSM, "/allinone/harena/secrets/ELASTIC"));
    assertThat(plan.configuration())
        .contains(
            new ConfigurationPlan(
                List.of(folder.resolve(".env"), Path.of("/etc/systemd/system/harena.service")),
                folder.resolve("new"),
                Set.of("DATABASE_PASSWORD", "REDIS_PASSWORD"),
                Optional.of(new SecretReference(Place.ENV, "PASSPHRASE"))));
    assertThat(plan.application())
        .contains(
            new ApplicationPlan(
                new Address("127.0.0.1", 8001),
                "/ready",
                Optional.of("./login --quiet"),
                Optional.of("./figures"),
                folder,
                Tls.OFF));
  }

  @Test
  void everyFaultIsReportedAtOnceAtItsPlaceWithValueAllowedAndNearestKey() {
    assertThat(faults(Plans.faulty()))
        .containsExactly(
            "1:1: unknown key: \"enviroment\"; allowed: environment, region, source, target, configuration, application, jobs; did you mean `environment`",
            "1:1: environment is missing; allowed: 3 to 32 lower-case letters, digits and hyphens, beginning with a letter, such as harena; add it to the file",
            "2:7: jobs is not valid: \"99\"; allowed: a whole number from 1 to 32",
            "3:9: region is not valid: \"mars\"; allowed: an AWS region such as eu-west-1",
            "6:5: source.postgres has an unknown key: \"adress\"; allowed: address, database, user, password, tls, authority; did you mean `address`",
            "7:14: source.postgres.address is not valid: \"old.example.org:99999\"; allowed: HOST:PORT, such as db.example.org:5432; an IPv6 address in brackets",
            "8:15: source.postgres.database is not valid: \"\"; allowed: 1 to 128 characters, such as harena",
            "10:10: source.postgres.tls is not valid: \"maybe\"; allowed: verify, off",
            "13:3: source.elasticsearch stands on one side only; allowed: a store on both sides, or on neither; add target.elasticsearch, or remove this section",
            "15:16: source.elasticsearch.authority is never used, because tls is off; allowed: an authority with tls: verify; remove one of the two",
            "18:3: target.postgres.user is missing; allowed: 1 to 128 characters, such as harena; add it to this section",
            "22:14: target.redis is the source: \"same:6379\"; allowed: another server or database than source.redis; name the new one",
            "24:3: configuration.files names no file; allowed: files such as .env and systemd units; name them, or remove the section configuration",
            "26:1: application.address is missing; allowed: HOST:PORT, such as db.example.org:5432; an IPv6 address in brackets; add it to this section",
            "27:11: application.health is not valid: \"health\"; allowed: a path beginning with a slash, such as /health");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password: hunter2",
        "password: hunter2:hunter2",
        "password: env:hunter2 hunter2",
        "password: ssm:hunter2",
        "password: \"postgres://u:hunter2@h/d\"",
        "user: AKIAIOSFODNN7EXAMPLE",
        "user: \"u:hunter2@h\"",
        "token: hunter2",
        "authority: \"https://u:hunter2@h/ca.pem\""
      })
  void refusesASecretWithoutRepeatingIt(String line) {
    String text = SMALLEST.replace("\"new:6379\"", "\"new:6379\", " + line);

    assertThat(faults(text))
        .isNotEmpty()
        .allSatisfy(fault -> assertThat(fault).doesNotContain("hunter2", "AKIA").startsWith("3:"));
  }

  @Test
  void refusesAnAddressWithAPasswordWithoutRepeatingIt() {
    assertThat(faults(SMALLEST.replace("new:6379", "me:hunter2@new:6379")))
        .anySatisfy(
            fault ->
                assertThat(fault)
                    .startsWith("3:27: target.redis.address holds an address with a password")
                    .contains("env:VARIABLE, file:PATH or ssm:/PARAMETER"))
        .noneSatisfy(fault -> assertThat(fault).contains("hunter2"));
    assertThat(faults(SMALLEST.replace("environment", "# redis://me:hunter2@new\nenvironment")))
        .singleElement()
        .asString()
        .contains("a comment holds a secret value")
        .doesNotContain("hunter2");
  }

  @Test
  void refusesAPlanByWhichNothingMoves() {
    assertThat(faults("environment: harena\nsource: {}\ntarget: {}\n"))
        .containsExactly(
            "2:1: source has no store, and there is no configuration: nothing would move; allowed: postgres, elasticsearch, redis; name what moves");
  }

  @Test
  void theSameServerMayHoldBothDatabases() throws IOException {
    String sides =
        """
        environment: harena
        source: {postgres: {address: "one:5432", database: old, user: u}}
        target: {postgres: {address: "one:5432", database: %s, user: u}}
        """;
    assertThat(load(sides.formatted("new")).target().postgres()).isPresent();
    assertThat(faults(sides.formatted("old")))
        .singleElement()
        .asString()
        .contains("target.postgres is the source: \"one:5432/old\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "environment: [\n",
        "- list\n",
        "environment: a\nenvironment: b\n"
      })
  void whatIsNoPlanIsSaidInALine(String text) {
    assertThat(faults(text)).isNotEmpty().allMatch(fault -> fault.matches("\\d+:\\d+: .*"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing.yaml");
    assertThat(catchThrowableOfType(FaultyBlueprintException.class, () -> PlanLoader.load(missing)))
        .hasMessageContaining(missing + ": no such file")
        .hasMessageContaining("stacks/harena.move.yaml");
  }
}
