package com.harena.allinone.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program says of a blueprint that it cannot deploy, and the code it ends with. */
class ExitCodesIT {
  @TempDir private Path folder;

  private Project project;

  @BeforeEach
  void prepare() throws IOException {
    EnginePart.need();
    project = Project.in(folder);
    Ended ended = project.pulumi("stack", "init", Project.STACK);
    assertThat(ended.code()).as(ended.text()).isZero();
  }

  @Test
  void aFaultyBlueprintIsToldWithEveryFault() throws IOException {
    change("memory: 800 MiB", "memory: 1200 MiB");
    change(" keepDays", " keepdays");

    Ended ended = project.pulumi("preview", "--stack", Project.STACK);

    assertEndedWith(ended, 3);
    assertThat(ended.text())
        .contains("harena.yaml:50:13: services.elasticsearch.memory")
        .contains("did you mean `keepDays`");
  }

  @Test
  void aFileThatCannotBeReadIsNamed() {
    project.pulumi("config", "set", "allinone:jar", "nowhere.jar", "--stack", Project.STACK);

    Ended ended = project.pulumi("preview", "--stack", Project.STACK);

    assertEndedWith(ended, 4);
    assertThat(ended.text()).contains("nowhere.jar");
  }

  @Test
  void aBlueprintWithPlaceholdersIsShownAndNotDeployed() throws IOException {
    String text = Files.readString(project.blueprint());
    Files.writeString(
        project.blueprint(),
        text.replaceFirst("(image: postgres:[^@]+)@\\S+", "$1@placeholder:postgres"));

    Ended preview = project.pulumi("preview", "--stack", Project.STACK);
    Ended up = project.pulumi("up", "--stack", Project.STACK);

    assertThat(preview.code()).as(preview.text()).isZero();
    assertThat(preview.text()).contains("services.postgres.image still holds a placeholder");
    assertEndedWith(up, 5);
    assertThat(up.text()).contains("services.postgres.image still holds a placeholder");
    assertThat(project.calls())
        .filteredOn(call -> !call.operation().equals("Configure"))
        .allMatch(Call::preview);
  }

  private void change(String before, String after) throws IOException {
    String text = Files.readString(project.blueprint());
    assertThat(text).contains(before);
    Files.writeString(project.blueprint(), text.replace(before, after));
  }

  private static void assertEndedWith(Ended ended, int code) {
    assertThat(ended.code()).as(ended.text()).isNotZero();
    assertThat(ended.text())
        .contains("exit code: " + code)
        .doesNotContain("\tat com.", "\tat java.", "Exception in thread");
  }
}
