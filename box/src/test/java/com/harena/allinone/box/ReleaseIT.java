package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.command.CommandResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the backend, by the command that Run Command runs. StopStartIT stops the last. */
@ExtendWith(WorldExtension.class)
class ReleaseIT {
  private static final String RELEASE = "bash /opt/allinone/current/bin/allinone instance release ";
  private static final long GAP_LIMIT_MILLISECONDS = 10_000;
  private static final int UNHEALTHY = 91;
  private static final int UNAVAILABLE = 90;

  @TempDir private Path folder;

  private World world;
  private Box box;

  @BeforeEach
  void serve(World shared) {
    world = shared;
    box = world.box(world.serving().instance());
  }

  @AfterEach
  void giveMemoryBack() {
    box.execute("umount", "/proc/meminfo");
  }

  @Test
  void aReleaseServesAfterAShortGapAndTheOneBeforeCanComeBack() {
    String before = image();

    JsonNode next = released(world.versions().image("backend-next"));
    assertThat(next.path("triedBeside").asBoolean()).isTrue();
    assertThat(image()).isEqualTo(world.versions().image("backend-next"));
    assertThat(next.path("previous").asText()).isEqualTo(before);

    released("--to previous");
    assertThat(image()).isEqualTo(before);

    lookShortOfMemory();
    String sha256 = world.versions().archive("backend-archived.tar", folder, world.aws().clients());
    JsonNode archived = released("backend-archived.tar --sha256 " + sha256);
    assertThat(archived.path("triedBeside").asBoolean()).isFalse();
    assertThat(image()).startsWith("allinone/backend:");
    assertThat(exists(before)).as("the previous image").isTrue();
    assertThat(exists(world.versions().image("backend-next"))).as("an older image").isFalse();
    assertThat(outcomes()).endsWith("released", "released", "released");

    String container = container();
    box.shell("/usr/local/sbin/allinone-start");
    assertThat(container()).as("what a boot brings up").isEqualTo(container);
  }

  @Test
  void anImageThatEndsIsNeverServedWhereThereIsMemoryForBoth() {
    String container = container();

    CommandResult failed = release(world.versions().image("backend-broken"));

    assertThat(failed.exitCode()).as(failed.errors()).isEqualTo(UNHEALTHY);
    assertThat(failed.errors())
        .contains("it ended with exit code 3", "cannot log in with ****", "without a gap");
    assertThat(container()).isEqualTo(container);
    assertThat(box.status(8001, "/health")).isEqualTo(200);
    assertThat(outcomes()).endsWith("unhealthy");
  }

  @Test
  void theOldOneComesBackWhereThereIsMemoryForOneOnly() {
    String before = image();
    lookShortOfMemory();

    CommandResult failed = release(world.versions().image("backend-broken"));

    assertThat(failed.exitCode()).as(failed.errors()).isEqualTo(UNHEALTHY);
    assertThat(failed.errors()).contains("cannot log in with ****", "serves again after");
    assertThat(image()).isEqualTo(before);
    assertThat(box.status(8001, "/health")).isEqualTo(200);
  }

  @Test
  void anImageThatTheRegistryLacksChangesNothing() {
    String container = container();

    CommandResult failed = release("harena/backend:9@sha256:" + "9".repeat(64));

    assertThat(failed.exitCode()).as(failed.errors()).isEqualTo(UNAVAILABLE);
    assertThat(failed.errors()).contains("nothing was changed");
    assertThat(container()).isEqualTo(container);
  }

  private CommandResult release(String words) {
    return box.execute("bash", "-c", RELEASE + words + " --json");
  }

  private JsonNode released(String words) {
    CommandResult result = release(words);
    assertThat(result.exitCode()).as(result.errors()).isZero();
    JsonNode json = json(result.output());
    long gap = json.path("gapMilliseconds").asLong();
    System.err.printf("box: the gap of a release, %s: %d ms%n", words, gap);
    assertThat(gap).isBetween(1L, GAP_LIMIT_MILLISECONDS);
    assertThat(box.status(8001, "/health")).isEqualTo(200);
    assertThat(box.shell("docker ps --all --quiet --filter name=candidate")).isBlank();
    return json;
  }

  /** The machine around the box has plenty, which the kernel tells the box too. */
  private void lookShortOfMemory() {
    box.shell(
        "echo 'MemAvailable: 102400 kB' > /run/meminfo; mount --bind /run/meminfo /proc/meminfo");
  }

  private String container() {
    return box.shell(
            "docker ps --quiet --no-trunc --filter label=com.docker.compose.service=backend")
        .strip();
  }

  private String image() {
    return box.shell("docker inspect --format '{{.Config.Image}}' " + container()).strip();
  }

  private boolean exists(String image) {
    return box.execute("docker", "image", "inspect", image).succeeded();
  }

  private List<String> outcomes() {
    List<String> outcomes = new ArrayList<>();
    json(box.shell(RELEASE + "--history --json"))
        .path("history")
        .forEach(act -> outcomes.add(act.path("outcome").asText()));
    return outcomes;
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + text, e);
    }
  }
}
