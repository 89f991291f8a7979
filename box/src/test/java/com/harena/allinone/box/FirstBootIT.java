package com.harena.allinone.box;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.secret.SecretValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.ssm.model.Parameter;

@Order(1)
@ExtendWith(WorldExtension.class)
class FirstBootIT {
  private static final Duration LOGS = Duration.ofMinutes(2);

  private static final String NOBODY = "setpriv --reuid=65534 --regid=65534 --clear-groups";

  /**
   * Where the value on standard input stands, as somebody finds it: files, journal, command lines.
   * Left out is what the engine keeps of each container, and what it hands over to start one.
   */
  private static final String FOUND =
      """
      IFS= read -r needle
      journalctl --no-pager > /dev/shm/journal
      cat /proc/[0-9]*/cmdline 2> /dev/null | tr '\\0' ' ' > /dev/shm/lines
      chmod 644 /dev/shm/journal /dev/shm/lines
      %s grep --recursive --files-with-matches --no-messages --fixed-strings --file=- --exclude-dir=containerd --exclude='runc-process*' \
          /dev/shm /etc /home /opt /root /run /srv /tmp /usr /var <<< "$needle"
      rm /dev/shm/journal /dev/shm/lines
      """;

  private static World world;
  private static String instance;
  private static Box box;

  @BeforeAll
  static void bootFromABlankVolume(World shared) {
    world = shared;
    Serving serving = world.serving();
    instance = serving.instance();
    box = world.box(instance);
    System.err.printf(
        "box: first boot, from a blank volume, with %s processors: %d s%n",
        Box.PROCESSORS, serving.firstBoot().toSeconds());
  }

  @Test
  void everyServiceIsHealthyAndTheApplicationAnswersAtTheInstancesAddress() {
    assertThat(lines("docker ps --format '{{.Label \"com.docker.compose.service\"}} {{.Status}}'"))
        .hasSize(4)
        .allMatch(line -> line.endsWith("(healthy)"))
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactlyInAnyOrder("postgres", "redis", "elasticsearch", "backend");
    assertThat(lines("systemctl is-active allinone-backup.timer")).containsExactly("active");
    assertThat(box.status(8001, "/health")).isEqualTo(200);
    assertThat(world.front().signals()).anyMatch(told -> told.contains(instance));
  }

  @Test
  void aSecondRunOfEveryScriptChangesNothing() {
    List<String> before = state();
    box.shell("bash /var/lib/cloud/instances/%s/user-data.txt".formatted(instance));
    box.shell("/usr/local/sbin/allinone-start");
    box.shell("set -a; . /etc/allinone/machine.env; bash /opt/allinone/current/bin/start");
    assertThat(state()).containsExactlyInAnyOrderElementsOf(before);
    assertThat(secrets()).allMatch(secret -> secret.version() == 1);
  }

  /** Containers, their starts, and every file that a script writes, by its bytes; not its news. */
  private static List<String> state() {
    return lines(
        """
        docker ps --all --quiet --no-trunc | sort | xargs docker inspect --format '{{.Name}} {{.Id}} {{.State.StartedAt}}'
        find /etc /opt/allinone /usr/local/sbin /usr/libexec/docker /var/lib/allinone /run/allinone -type f \\
            ! -name boot.json > /run/files
        xargs stat --format '%a %U %n' < /run/files | sort
        xargs sha256sum < /run/files | sort
        stat --format='%i %s' /swapfile
        """);
  }

  @Test
  void secretsAreMadeOnceForRootAloneAndStandInNoLog() {
    List<Parameter> secrets = secrets();
    assertThat(secrets).hasSize(2).allMatch(secret -> secret.version() == 1);
    assertThat(lines("stat --format='%U %a' /run/allinone /run/allinone/secrets.env"))
        .last()
        .isEqualTo("root 600");
    for (Parameter secret : secrets) {
      assertThat(found(secret, "")).containsExactly("/run/allinone/secrets.env");
      assertThat(found(secret, NOBODY)).isEmpty();
      assertThat(world.logs().all()).doesNotContain(secret.value());
    }
  }

  private static List<String> found(Parameter secret, String as) {
    CommandResult result =
        box.execute(SecretValue.of(secret.value() + "\n"), "bash", "-c", FOUND.formatted(as));
    assertThat(result.succeeded()).as("the search ran").isTrue();
    return result.output().lines().toList();
  }

  @Test
  void theContainersLogsReachTheirStreams() {
    for (String service : List.of("postgres", "redis", "elasticsearch")) {
      Awaiting.until(
          "a log of " + service,
          LOGS,
          () -> world.logs().streams().contains(service),
          () -> "streams " + world.logs().streams());
    }
    Awaiting.until(
        "the words of PostgreSQL",
        LOGS,
        () -> world.logs().all().contains("ready to accept connections"),
        () -> world.logs().all());
  }

  @Test
  void aContainerCannotObtainTheTokenOfTheRole() {
    String ask =
        "curl -sf -m 5 -o /dev/null -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' http://%s/latest/api/token"
            .formatted(Metadata.ADDRESS);
    String inside =
        "docker exec $(docker ps --quiet --filter label=com.docker.compose.service=backend) ";
    assertThat(box.execute("bash", "-c", ask).exitCode()).isZero();
    // The way out is there: only the answers of the metadata service do not come that far.
    CommandResult out =
        box.execute(
            "bash",
            "-c",
            inside + "curl -sk -m 10 -o /dev/null https://sts.eu-west-1.amazonaws.com/");
    assertThat(out.exitCode()).isZero();
    assertThat(box.execute("bash", "-c", inside + ask).exitCode()).isEqualTo(28);
  }

  @Test
  void onlyThePackagesThatTheScriptNamesWereAskedFor() {
    assertThat(lines("sort --unique /var/log/box/dnf"))
        .containsExactly("amazon-cloudwatch-agent", "docker", "java-17-amazon-corretto-headless");
    assertThat(world.names().unknown()).isEmpty();
  }

  @Test
  void theMachineHasItsMemoryAndItsSwap() {
    assertThat(box.shell("swapon --show=NAME --noheadings").strip()).isEqualTo("/swapfile");
    assertThat(
            box.shell(
                    "cat /sys/fs/cgroup/memory$(sed -n 's/^[0-9]*:memory://p' /proc/1/cgroup | sed 's#/init.scope$##')/memory.limit_in_bytes")
                .strip())
        .isEqualTo("" + (1913L << 20));
  }

  private static List<Parameter> secrets() {
    String path = world.deployment().names().secrets();
    return world
        .deployment()
        .ssm()
        .getParametersByPath(call -> call.path(path).withDecryption(true))
        .parameters();
  }

  private static List<String> lines(String script) {
    return Arrays.stream(box.shell(script).split("\n")).filter(line -> !line.isBlank()).toList();
  }
}
