package com.harena.allinone.stack.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.stack.graph.Template;
import com.harena.allinone.stack.testing.SynthesizedOnce;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateSecretsTest {
  static Stream<Blueprint> bothOrigins() {
    return Stream.of(SynthesizedOnce.harena(), SynthesizedOnce.harenaByAddress());
  }

  /** Every text of the template, each with the key before it, as one line for each of its lines. */
  private static List<String> texts(JsonNode node, String key) {
    List<String> texts = new ArrayList<>();
    if (node.isValueNode()) {
      node.asText()
          .lines()
          .forEach(line -> texts.add(key.isEmpty() ? line : key + ": \"" + line + "\""));
    } else if (node.isArray()) {
      node.forEach(each -> texts.addAll(texts(each, "")));
    } else {
      node.properties().forEach(each -> texts.addAll(texts(each.getValue(), each.getKey())));
    }
    return texts;
  }

  private static List<String> findings(Template template, Blueprint blueprint) {
    List<String> known = new ArrayList<>(template.resources().keySet());
    SecretScanner scanner = new SecretScanner(ServiceSecrets.of(blueprint), known);
    return texts(template.root().path("Resources"), "").stream()
        .flatMap(text -> scanner.findings(text).stream().map(each -> each + " in " + text))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("bothOrigins")
  void defect16TheTemplateHoldsNoSecret(Blueprint blueprint) {
    assertThat(findings(SynthesizedOnce.template(blueprint), blueprint)).isEmpty();
  }

  @Test
  void findsASecretPlantedInTheTemplate() {
    Blueprint blueprint = SynthesizedOnce.harena();
    JsonNode root = SynthesizedOnce.template(blueprint).root().deepCopy();
    ObjectNode owner = (ObjectNode) root.at("/Resources/Owner/Properties");
    owner.put("DATABASE_PASSWORD", "tomato");

    assertThat(findings(new Template(root), blueprint)).hasSize(1);
    owner.remove("DATABASE_PASSWORD");
    owner.put("Description", "k3j9x0q2m8v5b1n7c4z6");
    assertThat(findings(new Template(root), blueprint)).hasSize(1);
  }

  /** A secret comes to CloudFront as an attribute that CloudFormation does not show. */
  @Test
  void theOriginsSecretIsAReferenceToAHiddenAttribute() {
    Template template = SynthesizedOnce.template(SynthesizedOnce.harenaByAddress());
    JsonNode headers =
        template
            .only("AWS::CloudFront::Distribution")
            .properties()
            .findValue("OriginCustomHeaders");

    assertThat(headers).hasSize(1);
    assertThat(headers.get(0).path("HeaderName").asText()).isEqualTo(ServiceSecrets.ORIGIN_HEADER);
    assertThat(headers.get(0).path("HeaderValue").has("Fn::GetAtt")).isTrue();
  }
}
