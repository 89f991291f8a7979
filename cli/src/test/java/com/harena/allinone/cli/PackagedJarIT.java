package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own. */
class PackagedJarIT {
  @TempDir private Path folder;

  @Test
  void checkOfJunkPrintsFaultsAndNoStackTrace() throws IOException, InterruptedException {
    Path junk = folder.resolve("junk.yaml");
    Files.write(junk, new byte[] {0, 1, 2, (byte) 0xff, (byte) 0xfe, 'x'});

    Session.Result result = run("check", junk.toString());

    assertThat(result.code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    assertThat(result.out()).contains("junk.yaml:");
    assertThat(result.out() + result.err()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void checkPrintsTheReport() throws IOException, InterruptedException {
    String checkout = System.getProperty("allinone.checkout");

    Session.Result result = run("check", checkout + "/stacks/harena.yaml");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out()).contains("harena-production").doesNotContain("\u001b");
    assertThat(result.err()).isEmpty();
  }

  private Session.Result run(String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    command.addAll(List.of("-jar", System.getProperty("allinone.jar")));
    command.addAll(List.of(words));
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .directory(folder.toFile())
            .start();
    int code = process.waitFor();
    return new Session.Result(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
