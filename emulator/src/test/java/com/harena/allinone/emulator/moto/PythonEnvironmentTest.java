package com.harena.allinone.emulator.moto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.LocalFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonEnvironmentTest {
  @TempDir Path folder;

  @Test
  void saysHowToGetPythonWhereItIsMissing() {
    assertThatThrownBy(() -> make(folder.toString()))
        .isInstanceOf(LocalFailure.class)
        .hasMessage(
            "python3 is not on the path: the local AWS needs Python 3.10 or newer: apt-get install"
                + " python3 python3-venv, or python.org");
  }

  @Test
  void refusesAnOldPython() throws IOException {
    python("echo 3.6; exit 1");
    assertThatThrownBy(() -> make(folder.toString()))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("is 3.6: the local AWS needs Python 3.10 or newer");
  }

  @Test
  void namesThePackageWhereNeitherVenvNorPipIsThere() throws IOException {
    python("case $2 in *version_info*) echo 3.11;; *) echo no ensurepip; exit 1;; esac");
    assertThatThrownBy(() -> make(folder.toString()))
        .isInstanceOf(LocalFailure.class)
        .hasMessageContaining("apt-get install python3-venv")
        .hasMessageContaining("no ensurepip");
  }

  @Test
  void fallsBackToPipWhereTheVenvModuleIsMissing() throws IOException {
    python(
        "case \"$*\" in *version_info*) echo 3.11;; *'-m venv'*) exit 1;;"
            + " *--target*) echo \"$*\" >> "
            + folder.resolve("calls")
            + ";; esac");
    PythonEnvironment environment = make(folder.toString());
    assertThat(environment.python()).isEqualTo(folder.resolve("python3"));
    assertThat(environment.variables().get("PYTHONPATH")).endsWith("/made/packages");
    assertThat(folder.resolve("calls")).content().contains("--require-hashes");
  }

  @Test
  void makesItOnceAndAnewWhenItIsHalfMade() throws IOException {
    python(
        "case \"$*\" in *version_info*) echo 3.11;; *'-m venv'*) exit 1;;"
            + " *--target*) echo made >> "
            + folder.resolve("calls")
            + ";; esac");
    List<String> progress = new ArrayList<>();
    PythonEnvironment.in(folder.resolve("made"), folder.toString(), progress::add);
    PythonEnvironment.in(folder.resolve("made"), folder.toString(), progress::add);
    assertThat(folder.resolve("calls")).hasContent("made");
    assertThat(progress).hasSize(1);
    Files.delete(folder.resolve("made/.made-from"));
    Files.writeString(folder.resolve("made/rest"), "of a half-made one");
    PythonEnvironment.in(folder.resolve("made"), folder.toString(), progress::add);
    assertThat(folder.resolve("made/rest")).doesNotExist();
    assertThat(progress).hasSize(2);
  }

  private PythonEnvironment make(String path) {
    return PythonEnvironment.in(folder.resolve("made"), path, ignored -> {});
  }

  private void python(String script) throws IOException {
    Path file = folder.resolve("python3");
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
