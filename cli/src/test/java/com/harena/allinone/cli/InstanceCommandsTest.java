package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstanceCommandsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metrics",
        "drill --json",
        "backup",
        "restore 20261128_210000",
        "rotate",
        "upload",
        "interrupted --notice stop"
      })
  void aMachineThatIsNoInstanceIsToldSo(String words) throws IOException {
    Session.Result result =
        new Session(folder)
            .run(
                Stream.concat(Stream.of("instance"), Stream.of(words.split(" ", -1)))
                    .toArray(String[]::new));

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.NOT_AN_INSTANCE.code());
    assertThat(result.err())
        .contains("/etc/allinone/machine.env is not there", "nothing was done")
        .doesNotContain("fault of allinone")
        .hasLineCount(1);
  }
}
