package com.harena.allinone.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.stack.redeploy.SuffixedId;
import com.harena.allinone.stack.testing.BlueprintEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order an update makes another machine and takes the old one away. */
class NewMachineIT {
  @TempDir private static Path folder;

  private static List<String> done;

  @BeforeAll
  static void takeALargerMachine() throws IOException {
    EnginePart.need();
    Project project = Project.in(folder);
    project.pulumi("stack", "init", Project.STACK);
    Ended first = project.pulumi("up", "--stack", Project.STACK);
    int before = project.calls().size();
    Files.writeString(
        project.blueprint(),
        BlueprintEdit.apply(Project.committedBlueprint(), Map.of("machine.type", "t4g.medium")));

    Ended second = project.pulumi("up", "--stack", Project.STACK);

    assertThat(first.code() + second.code()).as(second.text()).isZero();
    done =
        project.calls().stream()
            .skip(before)
            .filter(call -> !call.preview())
            .filter(call -> List.of("Create", "Update", "Delete").contains(call.operation()))
            .map(call -> call.operation() + " " + SuffixedId.nameOf(call.name()))
            .toList();
  }

  @Test
  void theNewOneServesBeforeTheOldOneGoes() {
    assertThat(done)
        .containsSubsequence(
            "Create SpotSweeper",
            "Create MachineLaunchTemplate",
            "Create MachineInstance",
            "Update Owner",
            "Create HealthHalf",
            "Create HealthGate",
            "Create EdgeVpcOriginAccessVpcOrigin",
            "Update EdgeDistribution",
            "Update OpeningHoursStart1",
            "Delete MachineInstance");
  }

  @Test
  void theGuardsOfTheSpotRequestAreAroundTheOldOne() {
    assertThat(done)
        .containsSubsequence(
            "Delete SpotCancellation",
            "Delete MachineInstance",
            "Delete MachineLaunchTemplate",
            "Delete SpotSweeper");
  }

  @Test
  void whatDoesNotDependOnTheMachineStays() {
    assertThat(done)
        .doesNotContain(
            "Update OpeningHoursServingZero1", "Update DataVolume", "Delete DataVolume");
  }
}
