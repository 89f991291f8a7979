package com.harena.allinone.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.harena.allinone.pulumi.Prepared.Refusal;
import com.harena.allinone.pulumi.testing.Recording;
import com.harena.allinone.template.StackOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreparedTest {
  private static final Path HARENA =
      Path.of(System.getProperty("allinone.checkout"), "stacks/harena.yaml");
  private static final String PIN =
      "postgres:16.15-bookworm@sha256:efedf3595f1d6f415c08568ba171029bf54052e754cc9f030e3f2412b21f3d67";

  @TempDir private Path folder;

  private Path jar() throws IOException {
    return Files.writeString(folder.resolve("allinone.jar"), "a jar");
  }

  private Path blueprint(String text, String instead) throws IOException {
    String whole = Files.readString(HARENA);
    assertThat(whole).contains(text);
    return Files.writeString(folder.resolve("changed.yaml"), whole.replace(text, instead));
  }

  private Map<String, String> environment(Path blueprint, Path jar, boolean preview) {
    return Map.of(
        "PULUMI_CONFIG",
        "{\"allinone:blueprint\":\"%s\",\"allinone:jar\":\"%s\"}".formatted(blueprint, jar),
        "PULUMI_DRY_RUN",
        Boolean.toString(preview));
  }

  private static Refusal refused(Map<String, String> environment) {
    return catchThrowableOfType(Refusal.class, () -> Prepared.of(environment));
  }

  @Test
  void readsWhatTheStackNames() throws IOException, Refusal {
    Prepared prepared = Prepared.of(environment(HARENA, jar(), false));

    assertThat(prepared.checked().blueprint().deployment()).isEqualTo("harena-production");
    assertThat(prepared.bundle().sha256()).matches("[0-9a-f]{64}");
    assertThat(prepared.warnings()).isEmpty();
  }

  @Test
  void tellsTheOutputsOfTheStackItNames() throws IOException, Refusal {
    Prepared prepared = Prepared.of(environment(HARENA, jar(), true));

    assertThat(Recording.of(context -> Main.deploy(context, prepared)).outputs())
        .containsOnlyKeys(
            Stream.of(StackOutput.values()).map(StackOutput::id).toArray(String[]::new));
  }

  @Test
  void saysHowToNameABlueprint() {
    Refusal refused = refused(Map.of("PULUMI_CONFIG", "{}"));

    assertThat(refused)
        .hasMessage(
            "allinone: the stack's configuration names no blueprint: run pulumi config set"
                + " allinone:blueprint ../harena.yaml");
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused(Map.of()).exitCode()).isEqualTo(2);
  }

  @Test
  void quotesNothingOfAConfigurationThatIsNoJson() {
    Refusal refused = refused(Map.of("PULUMI_CONFIG", "hunter2"));

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused).hasMessageNotContaining("hunter2").hasMessageContaining("pulumi preview");
  }

  @Test
  void reportsEveryFaultOfTheBlueprint() throws IOException {
    Path faulty = blueprint("port: 8001", "port: 99999\n    colour: red");

    Refusal refused = refused(environment(faulty, jar(), true));

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused).hasMessageContaining("99999").hasMessageContaining("colour");
  }

  @Test
  void namesAJarThatCannotBeRead() {
    Refusal refused = refused(environment(HARENA, folder.resolve("missing.jar"), true));

    assertThat(refused.exitCode()).isEqualTo(4);
    assertThat(refused).hasMessageContaining("missing.jar").hasMessageContaining("mvn package");
  }

  @Test
  void takesABlueprintThatIsNotThereForAFaultyOneAsTheCommandLineDoes() throws IOException {
    Refusal refused = refused(environment(folder.resolve("missing.yaml"), jar(), true));

    assertThat(refused).hasMessageContaining("missing.yaml");
    assertThat(refused.exitCode()).isEqualTo(3);
  }

  @Test
  void refusesPlaceholdersAtAnUpdateAndWarnsOfThemAtAPreview() throws IOException, Refusal {
    Path unfinished = blueprint(PIN, "postgres:16.15-bookworm@placeholder:postgres");

    Refusal refused = refused(environment(unfinished, jar(), false));
    assertThat(refused.exitCode()).isEqualTo(5);
    assertThat(refused)
        .hasMessageContaining("services.postgres.image still holds a placeholder")
        .hasMessageEndingWith("nothing was deployed: the blueprint still holds placeholders");

    assertThat(Prepared.of(environment(unfinished, jar(), true)).warnings())
        .singleElement()
        .asString()
        .contains("services.postgres.image", "pulumi up is refused");
  }
}
