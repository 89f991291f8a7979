package com.harena.allinone.host.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.host.command.Command;
import com.harena.allinone.host.command.CommandResult;
import com.harena.allinone.host.command.Commands;
import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.file.FileMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceStatusTest {
  private static final String PS =
      """
      {"Service":"postgres","State":"running","Health":"healthy","ExitCode":0}
      {"Service":"backend","State":"exited","Health":"","ExitCode":137}
      """;

  @TempDir private Path root;

  private final Map<String, CommandResult> answers = new LinkedHashMap<>();
  private DiskFiles files;

  @BeforeEach
  void machine() {
    files = new DiskFiles(root);
    says("readlink", "bundles/abcd\n");
    says("docker", PS);
    says("df --block-size=1M --output=target,size,pcent /data", "Mounted 1M Use%\n/data 39936 31%");
    says("df --block-size=1M --output=target,size,pcent /", "Mounted 1M Use%\n/ 12000 52%\n");
    says("stat", "1795723440\n");
    write(
        "/var/lib/allinone/boot.json",
        "{\"state\":\"serving\",\"step\":\"\",\"since\":\"2026-11-27T07:02:00Z\",\"bundle\":\"abcd\",\"message\":\"\"}");
    write("/opt/allinone/good", "abcd\n");
    write("/opt/allinone/failed/ef01", "");
    write(
        "/proc/meminfo",
        "MemTotal: 1958912 kB\nMemAvailable: 831488 kB\nSwapTotal: 2097152 kB\nSwapFree: 2084864 kB\n");
    write("/proc/vmstat", "nr_free_pages 3\noom_kill 2\n");
  }

  @Test
  void tellsEverythingItFinds() {
    ObjectNode status = status();

    assertThat(status.path("problems")).isEmpty();
    assertThat(status.at("/boot/state").asText()).isEqualTo("serving");
    assertThat(status.at("/bundle/serving").asText()).isEqualTo("abcd");
    assertThat(status.at("/bundle/failed/0").asText()).isEqualTo("ef01");
    assertThat(status.at("/services/1/name").asText()).isEqualTo("backend");
    assertThat(status.at("/services/1/exitCode").asInt()).isEqualTo(137);
    assertThat(status.at("/disks/1/usedPercent").asInt()).isEqualTo(31);
    assertThat(status.at("/memory/mebibytes").asLong()).isEqualTo(1913);
    assertThat(status.at("/memory/swapUsedMebibytes").asLong()).isEqualTo(12);
    assertThat(status.at("/memory/killed").asLong()).isEqualTo(2);
    assertThat(status.at("/backup/last").asText()).isEqualTo("2026-11-26T20:04:00Z");
  }

  @Test
  void readsTheListThatOlderVersionsOfComposePrint() {
    says("docker", "[{\"Service\":\"redis\",\"State\":\"running\",\"Health\":\"healthy\"}]");

    assertThat(status().at("/services/0/name").asText()).isEqualTo("redis");
  }

  @Test
  void namesWhatItCannotFindOutAndTellsTheRest() {
    files.delete(Path.of("/var/lib/allinone/boot.json"));
    answers.put("docker", new CommandResult(1, "", "Cannot connect to the Docker daemon"));
    answers.put("stat", new CommandResult(1, "", "No such file"));

    ObjectNode status = status();

    assertThat(status.path("problems")).hasSize(2);
    assertThat(status.at("/problems/0").asText()).startsWith("boot: ");
    assertThat(status.at("/problems/1").asText()).startsWith("services: ").contains("docker");
    assertThat(status.at("/memory/mebibytes").asLong()).isEqualTo(1913);
    assertThat(status.at("/backup").has("last")).isFalse();
  }

  @Test
  void leavesOutADataVolumeThatIsNotMounted() {
    says("df --block-size=1M --output=target,size,pcent /data", "Mounted 1M Use%\n/ 12000 52%\n");

    assertThat(status().path("disks")).hasSize(1);
  }

  private ObjectNode status() {
    Commands commands = this::answer;
    return new InstanceStatus(commands, files).json();
  }

  private CommandResult answer(Command command) {
    return answers.entrySet().stream()
        .filter(each -> command.line().startsWith(each.getKey()))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElseThrow(() -> new AssertionError("not expected: " + command.line()));
  }

  private void says(String command, String output) {
    answers.put(command, new CommandResult(0, output, ""));
  }

  private void write(String file, String text) {
    files.write(Path.of(file), text, FileMode.PLAIN);
  }
}
