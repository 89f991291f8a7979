package com.harena.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.bundle.UserData;
import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every shell script of the project, found by its first line, as shellcheck reads it. */
class ShellScriptsIT {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));

  private static Program shellcheck;
  private static List<Path> scripts;

  @TempDir private Path folder;

  @BeforeAll
  static void findScripts() {
    shellcheck = Program.named("shellcheck");
    Program.Result tracked =
        Program.named("git")
            .run(
                "-C",
                CHECKOUT.toString(),
                "ls-files",
                "-z",
                "--cached",
                "--others",
                "--exclude-standard");
    scripts =
        Arrays.stream(tracked.output().split("\0", -1))
            .map(CHECKOUT::resolve)
            .filter(ShellScriptsIT::isShell)
            .toList();
  }

  @Test
  void satisfyShellcheck() {
    assertThat(scripts)
        .extracting(script -> script.getFileName().toString())
        .contains("allinone", "allinone-start.sh", "start", "user-data.sh");

    assertThat(shellcheck.run(scripts.stream().map(Path::toString).toArray(String[]::new)).output())
        .isEmpty();
  }

  @Test
  void beginWithTheStrictMode() {
    assertThat(scripts).allSatisfy(script -> assertThat(script).content().contains("\nset -euo"));
  }

  @Test
  void satisfyShellcheckInsideTheUserData() throws IOException {
    String text =
        UserData.of(BlueprintLoader.load(CHECKOUT.resolve("stacks/harena.yaml")))
            .text()
            .replace(UserData.VOLUME_REFERENCE, "vol-0123456789abcdef0");

    assertThat(shellcheck.run(Files.writeString(folder.resolve("user-data"), text).toString()))
        .isEqualTo(new Program.Result(0, ""));
  }

  private static boolean isShell(Path file) {
    if (!Files.isRegularFile(file) || Files.isSymbolicLink(file)) {
      return false;
    }
    try (var stream = Files.newInputStream(file)) {
      return new String(stream.readNBytes(40), StandardCharsets.ISO_8859_1)
          .lines()
          .findFirst()
          .orElse("")
          .matches("#!.*\\b(ba|da)?sh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
