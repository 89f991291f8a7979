package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgramTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Program program = new Program(new PrintWriter(out), new PrintWriter(err));

  @Test
  void namesTheNearestCommandForAnUnknownOne() {
    assertThat(program.run("compleation")).isEqualTo(ExitCode.USAGE.code());
    assertThat(err.toString()).contains("completion").doesNotContain("\tat ");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void printsACompletionScript() {
    assertThat(program.run("completion")).isZero();
    assertThat(out.toString()).contains("_picocli_allinone");
  }
}
