package com.harena.allinone.host.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.host.file.DiskFiles;
import com.harena.allinone.host.timing.VirtualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BootStateTest {
  @TempDir private Path root;

  @ParameterizedTest
  @EnumSource
  void isReadAsItWasWritten(Phase phase) {
    BootState state =
        new BootState(phase, "services", VirtualTime.BEGIN, "a".repeat(64), "said \"so\"");

    assertThat(BootState.parse(state.json())).isEqualTo(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"state\":\"asleep\",\"step\":\"\",\"since\":\"2026-11-23T08:00:00Z\",\"bundle\":\"\",\"message\":\"\"}",
        "{\"state\":\"failed\",\"step\":\"\",\"since\":\"yesterday\",\"bundle\":\"\",\"message\":\"\"}"
      })
  void refusesWhatTheBootDoesNotWrite(String text) {
    assertThatThrownBy(() -> BootState.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("boot.json is not what the boot writes")
        .hasMessageContaining("systemctl restart allinone");
  }

  @Test
  void aRootVolumeThatTakesNoWriteIsToldAndEndsNothing() throws IOException {
    Files.createDirectories(root.resolve("var/lib"));
    Files.writeString(root.resolve("var/lib/allinone"), "a file where the folder belongs");
    List<String> journal = new ArrayList<>();

    new BootProgress(new DiskFiles(root), new VirtualTime(), journal::add, "").begins("units");

    assertThat(journal).singleElement().asString().contains("the state is not noted");
  }
}
