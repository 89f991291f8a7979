package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.CloudFormation;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.template.TemplateText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Templates in the shapes of AWS's public samples with the real handlers: what these do not make is
 * refused by name before anything is made, and what they make is made and read back.
 */
class ForeignStacksIT {
  @TempDir static Path folder;
  private static Trial trial;
  private static final Set<String> KNOWN = new TreeSet<>();

  @BeforeAll
  static void start() {
    trial = new Trial(folder);
    trial.handlers().stream().map(ResourceHandler::type).forEach(KNOWN::add);
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "vpc-rds.yaml, AWS::RDS::DBInstance",
    "lambda-api.json, AWS::ApiGateway::RestApi",
    "ecs.yaml, AWS::ECS::Service",
    "nested.yaml, AWS::CloudFormation::Stack",
    "serverless.yaml, AWS::Serverless-2016-10-31",
    "autoscaling.yaml, CreationPolicy"
  })
  void refusesWholeByNameWhatItCannotMakeWhole(String name, String named) throws IOException {
    String text = read(name);
    assertThatThrownBy(() -> trial.stack().deploy(text))
        .isInstanceOf(ApiFailure.class)
        .hasMessageContaining(named);
    assertThat(trial.changed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"vpc-rds.yaml", "lambda-api.json", "ecs.yaml", "nested.yaml"})
  void makesReadsBackAndRemovesTheRest(String name) throws IOException {
    ObjectNode template = TemplateText.parse(read(name));
    template.remove("Outputs");
    ObjectNode resources = (ObjectNode) template.path("Resources");
    List<String> dropped = new ArrayList<>();
    resources
        .properties()
        .forEach(
            each -> {
              if (!KNOWN.contains(each.getValue().path("Type").asText())) {
                dropped.add(each.getKey());
              }
            });
    resources.remove(dropped);
    assertThat(resources).isNotEmpty();
    trial.makesAndRemoves(template.toPrettyString(), resources.size());
  }

  private static String read(String name) throws IOException {
    try (InputStream in = CloudFormation.class.getResourceAsStream("foreign/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
