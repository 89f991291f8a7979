package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ssm.model.Parameter;

/**
 * What an operator does with the instance from elsewhere: the command line's own jar, Run Command
 * of the local AWS, and the box's shell at its end.
 */
@ExtendWith(WorldExtension.class)
class OperationsIT {
  private static final int STORES_NOT_EMPTY = 86;
  private static final ObjectMapper JSON = new ObjectMapper();

  private World world;
  private Box box;
  private Stores stores;
  private Operator operator;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
    stores = new Stores(box);
    operator = new Operator(world.aws().front().endpoint());
  }

  @AfterEach
  void theBackendAgain() {
    stores.start("backend");
  }

  @Test
  void statusAndLogsTellWhatTheInstanceDoes() {
    JsonNode status = json(operator.prints("host", "status", "--json"));
    assertThat(status.at("/inside/boot/state").asText()).as(status.toString()).isEqualTo("serving");
    assertThat(status.at("/inside/services")).hasSize(4);
    assertThat(operator.prints("host", "logs", "postgres", "--since", "1d"))
        .contains("ready to accept connections");
  }

  @Test
  void aBackupIsTriedAndBringsEmptiedStoresBack() {
    stores.fill();
    String kept = stores.found();
    JsonNode backup = json(operator.prints("host", "backup", "--json"));
    assertThat(backup.path("outcome").asText()).isEqualTo("ok");
    String id = backup.path("backup").asText();
    assertThat(json(operator.prints("host", "drill", "--json")).path("message").asText())
        .contains("backup " + id + " could be restored");
    assertThat(stores.found()).isEqualTo(kept);

    stores.empty();
    assertThat(operator.prints("host", "restore", id)).contains(id);
    assertThat(stores.found()).isEqualTo(kept);

    // As a backend does that finds its database empty.
    stores.empty();
    stores.sql("CREATE TABLE made_by_the_backend (id int)");
    CommandResult refused = operator.run("host", "restore");
    assertThat(refused.exitCode()).as(refused.errors()).isEqualTo(STORES_NOT_EMPTY);
    assertThat(refused.errors()).contains("--replace");
    assertThat(box.status(8001, "/health")).isEqualTo(200);
    CommandResult replaced = operator.run("host", "restore", "--replace");
    assertThat(replaced.exitCode()).as(replaced.errors()).isZero();
    assertThat(stores.found()).isEqualTo(kept);
    assertThat(stores.sql("SELECT to_regclass('made_by_the_backend') IS NULL")).isEqualTo("t");
    assertThat(replaced.errors()).contains("what the stores held lies in /data/replaced/");
    assertThat(box.shell("cat /data/replaced/*/postgres/PG_VERSION; rm -rf /data/replaced").strip())
        .isEqualTo("15");
    assertThat(box.status(8001, "/health")).isEqualTo(200);
    nothingWasKilled();
  }

  @Test
  void aPasswordIsRotatedWithNoGapButTheBackendsRestart() {
    String old = password();
    long told = timesTold(old);
    AtomicBoolean done = new AtomicBoolean();
    List<Instant> away = new ArrayList<>();
    CompletableFuture<Void> pulse =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                if (box.status(8001, "/health") != 200) {
                  away.add(Instant.now());
                }
                Awaiting.pause(Duration.ofMillis(100));
              }
            });
    CommandResult rotated = operator.run("host", "secrets", "rotate", "--json");
    done.set(true);
    pulse.join();

    assertThat(rotated.exitCode()).as(rotated.errors()).isZero();
    Duration gap = Duration.ofSeconds(json(rotated.output()).path("gapSeconds").asLong() + 1);
    Duration outage =
        away.isEmpty() ? Duration.ZERO : Duration.between(away.get(0), away.get(away.size() - 1));
    System.err.printf(
        "box: the password was rotated: the backend was away for %d ms, its restart took %d s%n",
        outage.toMillis(), gap.toSeconds() - 1);
    assertThat(outage).isLessThanOrEqualTo(gap);
    String fresh = password();
    assertThat(fresh).isNotEqualTo(old);
    assertThat(signsIn(fresh)).isTrue();
    assertThat(signsIn(old)).isFalse();
    assertThat(rotated.output() + rotated.errors()).doesNotContain(fresh, old);
    assertThat(timesTold(fresh)).isZero();
    // An application of another test may have told the old one itself.
    assertThat(timesTold(old)).isLessThanOrEqualTo(told);
  }

  private long timesTold(String secret) {
    return (world.logs().all() + "\n" + box.journal())
        .lines()
        .filter(line -> line.contains(secret))
        .count();
  }

  private boolean signsIn(String password) {
    return box.execute(
            SecretValue.of(password + "\n"),
            "bash",
            "-c",
            "IFS= read -r PGPASSWORD; export PGPASSWORD; docker exec --env PGPASSWORD $(%s) sh -c 'psql --host=$(hostname -i) -U harena -qtAXc \"SELECT 1\" harena'"
                .formatted(Stores.container("postgres")))
        .succeeded();
  }

  private String password() {
    return secrets().stream()
        .filter(secret -> secret.name().endsWith("DATABASE_PASSWORD"))
        .findFirst()
        .orElseThrow()
        .value();
  }

  private List<Parameter> secrets() {
    String path = world.deployment().names().secrets();
    return world
        .deployment()
        .ssm()
        .getParametersByPath(call -> call.path(path).withDecryption(true))
        .parameters();
  }

  /** In no group of the box: what the kernel around it counts is every machine's. */
  private void nothingWasKilled() {
    assertThat(
            box.shell(
                """
                group=/sys/fs/cgroup/memory$(sed -n 's/^[0-9]*:memory://p' /proc/1/cgroup | sed 's#/init.scope$##')
                find "$group" -name memory.oom_control -exec cat {} + | awk '$1 == "oom_kill" { sum += $2 } END { print sum }'
                """))
        .isEqualToIgnoringWhitespace("0");
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
