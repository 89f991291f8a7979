package com.harena.allinone.pulumi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.stack.testing.BlueprintEdit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The secret of the origin reaches CloudFront, and neither state nor log nor output shows it; a
 * trace that the engine is asked for ({@code --debug}, {@code -v=9}) shows all that it is told.
 */
class OriginSecretIT {
  @TempDir private static Path folder;

  private static Project project;
  private static Ended up;

  @BeforeAll
  static void deployWithTheAddressForm() throws IOException {
    EnginePart.need();
    project = Project.in(folder);
    Files.writeString(
        project.blueprint(),
        BlueprintEdit.apply(Project.committedBlueprint(), Map.of("edge.origin", "address")));
    project.pulumi("stack", "init", Project.STACK);
    up = project.pulumi("up", "--stack", Project.STACK, "--diff", "--show-config");
    assertThat(up.code()).as(up.out()).isZero();
  }

  @Test
  void theDistributionSendsIt() throws IOException {
    assertThat(Files.readString(folder.resolve("calls")).lines())
        .anyMatch(line -> line.contains("Distribution") && line.contains(Project.SECRET));
  }

  @Test
  void nothingThatIsPrintedShowsIt() {
    Ended outputs = project.pulumi("stack", "output", "--json", "--stack", Project.STACK);
    Ended state = project.pulumi("stack", "export", "--stack", Project.STACK);
    Ended preview = project.pulumi("preview", "--diff", "--stack", Project.STACK);

    assertThat(outputs.code() + state.code() + preview.code()).isZero();
    for (Ended each : List.of(up, outputs, state, preview)) {
      assertThat(shows(each.text())).isFalse();
    }
  }

  @Test
  void noFileOfTheEngineShowsIt() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile))
          .filteredOn(file -> !file.equals(folder.resolve("calls")))
          .filteredOn(OriginSecretIT::shows)
          .isEmpty();
    }
  }

  private static boolean shows(Path file) {
    try {
      return shows(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In clear, or in one of the forms that hide it from nobody. */
  private static boolean shows(String text) {
    byte[] bytes = Project.SECRET.getBytes(StandardCharsets.UTF_8);
    return text.contains(Project.SECRET)
        || text.contains(Base64.getEncoder().withoutPadding().encodeToString(bytes))
        || text.contains(HexFormat.of().formatHex(bytes));
  }
}
