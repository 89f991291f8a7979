package com.harena.allinone.host.boot;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.host.HostBoot;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However a boot is cut, the next one ends in the same state as one that was never cut. */
class ResumeTest {
  @ParameterizedTest(name = "killed {0} any of its changes, power lost: {1}")
  @CsvSource({
    "BEFORE,false",
    "MIDST,false",
    "AFTER,false",
    "BEFORE,true",
    "MIDST,true",
    "AFTER,true"
  })
  void endsInTheSameState(CrashPoint.When when, boolean powerLost) {
    CrashPoint counting = CrashPoint.never();
    Map<String, String> wanted = afterwards(counting);
    int crashes = 0;
    for (int point = 0; point < counting.events(); point++) {
      Path root = MemoryFolder.make();
      Stage stage = new Stage(root);
      if (crashes(stage, new CrashPoint(point, when))) {
        crashes++;
        if (powerLost) {
          stage.machine.cutPower();
        }
      }
      String cut = "cut %s change %d, last '%s'".formatted(when, point, last(stage));
      assertThat(stage.boot()).as(cut + stage.journal).isEqualTo(HostBoot.SERVES);
      assertThat(stage.state()).as(cut).isEqualTo(wanted);
      MemoryFolder.delete(root);
    }
    assertThat(crashes).isEqualTo(when == CrashPoint.When.MIDST ? 1 : counting.events());
    assertThat(crashes).isPositive();
    System.out.printf("cut %s: %d of %d changes%n", when, crashes, counting.events());
  }

  private static boolean crashes(Stage stage, CrashPoint point) {
    try {
      stage.boot(Stage.GOOD, point);
      return false;
    } catch (Crash e) {
      return true;
    }
  }

  private static String last(Stage stage) {
    return stage.machine.lines.isEmpty()
        ? "nothing"
        : stage.machine.lines.get(stage.machine.lines.size() - 1);
  }

  private static Map<String, String> afterwards(CrashPoint counting) {
    Path root = MemoryFolder.make();
    Stage stage = new Stage(root);
    assertThat(stage.boot(Stage.GOOD, counting)).isEqualTo(HostBoot.SERVES);
    assertThat(counting.events()).isGreaterThan(50);
    Map<String, String> state = stage.state();
    MemoryFolder.delete(root);
    return state;
  }
}
