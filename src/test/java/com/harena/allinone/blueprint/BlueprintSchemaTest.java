package com.harena.allinone.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.blueprint.binding.Binder;
import com.harena.allinone.blueprint.secret.SecretScan;
import com.harena.allinone.blueprint.yaml.YamlMapping;
import com.harena.allinone.blueprint.yaml.YamlNode;
import com.harena.allinone.blueprint.yaml.YamlReader;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlueprintSchemaTest {
  private static final Path CHECKOUT = Path.of(System.getProperty("allinone.checkout"));
  private static final Path COMMITTED = CHECKOUT.resolve("stacks/blueprint.schema.json");
  private static final String RENEW =
      "mvn -q -pl src test -Dtest=BlueprintSchemaTest -Dallinone.renew=true";

  /** What a schema cannot say: the names of all time zones. */
  private static final Set<String> TOO_FINE_FOR_A_SCHEMA = Set.of("time-zone-misspelt");

  /** What is a rule to the loader: that a list names nothing twice. */
  private static final Set<String> RULES_TOO = Set.of("day-twice", "secret-named-twice");

  @BeforeAll
  static void renewsWhenAsked() throws IOException {
    if (Boolean.getBoolean("allinone.renew")) {
      Files.writeString(COMMITTED, BlueprintSchema.text());
    }
  }

  @Test
  void isCommittedAsItIsGenerated() throws IOException {
    assertThat(COMMITTED).as("renew it: %s", RENEW).exists();
    assertThat(Files.readString(COMMITTED))
        .as("stacks/blueprint.schema.json is stale; renew it: %s", RENEW)
        .isEqualTo(BlueprintSchema.text());
  }

  @Test
  void isNamedInTheFirstLineOfTheProjectsBlueprint() throws IOException {
    assertThat(Files.readString(CHECKOUT.resolve("stacks/harena.yaml")))
        .startsWith("# yaml-language-server: $schema=blueprint.schema.json\n");
  }

  @Test
  void acceptsGoodBlueprints() throws IOException {
    for (String file :
        List.of(
            "stacks/harena.yaml",
            "src/test/resources/blueprints/minimal.yaml",
            "src/test/resources/blueprints/full.yaml")) {
      assertThat(verdict(Files.readString(CHECKOUT.resolve(file)))).as(file).isEmpty();
    }
  }

  @Test
  void saysWhatIsWrong() throws IOException {
    assertThat(verdict("name: Harena\nregoin: eu-west-1\n"))
        .extracting(ValidationMessage::getMessage)
        .anyMatch(message -> message.contains("regoin"))
        .anyMatch(message -> message.contains("$.name"))
        .anyMatch(message -> message.contains("'services'"));
  }

  static Stream<Malformed> readableCorpus() {
    return MalformedCorpus.files().filter(blueprint -> tree(text(blueprint)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("readableCorpus")
  void agreesWithTheLoaderOnEveryReadableFileOfTheCorpus(Malformed blueprint) throws IOException {
    Faults structural = new Faults(blueprint.name());
    Binder.bind(tree(text(blueprint)).orElseThrow(), structural, noSecrets());
    String name = blueprint.name().substring(4);
    boolean good =
        (structural.isEmpty() || TOO_FINE_FOR_A_SCHEMA.contains(name)) && !RULES_TOO.contains(name);

    assertThat(verdict(text(blueprint)).isEmpty())
        .as("faults that a schema can see: %s", structural.inOrder())
        .isEqualTo(good);
  }

  @Test
  void seesMostOfTheCorpus() {
    assertThat(readableCorpus()).hasSizeGreaterThan(60);
  }

  private static Set<ValidationMessage> verdict(String yaml) throws IOException {
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(new ObjectMapper().readTree(Files.readString(COMMITTED)));
    return schema.validate(EditorsView.of(tree(yaml).orElseThrow()));
  }

  private static Optional<YamlNode> tree(String text) {
    Faults faults = new Faults("corpus");
    Optional<YamlNode> tree = YamlReader.read(text, faults);
    return faults.isEmpty() ? tree : Optional.empty();
  }

  private static SecretScan noSecrets() {
    return SecretScan.of(new YamlMapping(Position.START, List.of()), "", new Faults("none"));
  }

  private static String text(Malformed blueprint) {
    return new String(blueprint.content(), StandardCharsets.UTF_8);
  }
}
