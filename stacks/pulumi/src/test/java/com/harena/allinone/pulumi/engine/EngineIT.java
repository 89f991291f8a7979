package com.harena.allinone.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README tells to type, under the real engine, and what follows. */
class EngineIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> KEPT =
      Set.of("DataVolume", "BackupsBucket2936A3AA", "EdgeSiteBucket4FE7D025");

  @TempDir private static Path folder;

  private static Project project;
  private static List<Call> ofThePreview;
  private static String printed;

  @BeforeAll
  static void runWhatTheReadmeTellsToType() throws IOException {
    EnginePart.need();
    project = Project.in(folder);
    StringBuilder typed = new StringBuilder();
    StringBuilder out = new StringBuilder();
    for (String line : ReadmeCommands.afterTheBuild()) {
      if (line.startsWith("cd ")) {
        typed.append(line).append('\n');
        continue;
      }
      Ended ended = project.shell(typed + line);
      assertThat(ended.code()).as("%s%n%s", line, ended.text()).isZero();
      out.append(ended.out());
      if (line.equals("pulumi preview")) {
        ofThePreview = project.calls();
      }
    }
    printed = out.toString();
  }

  @Test
  void thePreviewMakesNothing() {
    assertThat(ofThePreview).extracting(Call::operation).contains("Create");
    assertThat(ofThePreview)
        .filteredOn(call -> !call.operation().equals("Configure"))
        .allMatch(Call::preview);
  }

  @Test
  void theUpdateMakesWhatThePreviewShowed() throws IOException {
    assertThat(made(project.calls())).isEqualTo(shown(ofThePreview)).isNotEmpty();
  }

  @Test
  void theOutputsAreThoseOfTheOtherEngine() throws IOException {
    Ended ended = project.pulumi("stack", "output", "--json", "--stack", Project.STACK);
    Path template = EnginePart.checkout().resolve("stacks/harena.template.json");

    Set<String> names = namesOf(JSON.readTree(ended.out()));
    assertThat(names).isEqualTo(namesOf(JSON.readTree(template.toFile()).get("Outputs")));
    assertThat(printed).contains(names);
  }

  @Test
  void aSecondUpdateFindsNothingToDo() throws IOException {
    Project again = project.copy(Files.createTempDirectory(folder, "again"));

    Ended ended = again.pulumi("up", "--stack", Project.STACK);

    assertThat(ended.code()).as(ended.text()).isZero();
    assertThat(ended.out()).contains("unchanged");
    assertThat(again.calls())
        .filteredOn(call -> List.of("Create", "Update", "Delete").contains(call.operation()))
        .isEmpty();
  }

  @Test
  void whatHoldsDataIsProtectedAndStaysWhenTheStackGoes() {
    List<String> kept = new ArrayList<>();
    for (JsonNode resource : project.resources()) {
      if (resource.path("protect").asBoolean()) {
        assertThat(resource.path("retainOnDelete").asBoolean())
            .as(resource.get("urn").asText())
            .isTrue();
        kept.add(resource.get("urn").asText().replaceAll(".*::", ""));
      }
    }
    assertThat(kept).containsAll(KEPT);
  }

  @Test
  void destroyRefusesWhatIsProtectedAndDeletesNothing() throws IOException {
    Project doomed = project.copy(Files.createTempDirectory(folder, "doomed"));

    Ended ended = doomed.pulumi("destroy", "--stack", Project.STACK);

    assertThat(ended.code()).as(ended.text()).isNotZero();
    assertThat(ended.text()).contains(KEPT).contains("protect");
    assertThat(doomed.calls()).extracting(Call::operation).doesNotContain("Delete");
    assertThat(doomed.resources()).hasSameSizeAs(project.resources());
  }

  private static Set<String> shown(List<Call> calls) {
    return named(calls, true);
  }

  private static Set<String> made(List<Call> calls) {
    return named(calls, false);
  }

  private static Set<String> named(List<Call> calls, boolean preview) {
    return calls.stream()
        .filter(call -> call.operation().equals("Create") && call.preview() == preview)
        .map(Call::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> namesOf(JsonNode node) {
    Set<String> names = new TreeSet<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
