package com.harena.allinone.emulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.fixture.MemoryCloud;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every function through a deploy: what a parameter's value becomes. */
class IntrinsicFunctionsTest {
  private static final String TEMPLATE =
      """
      Parameters:
        Name: {Type: String, Default: alpha}
        Names: {Type: CommaDelimitedList, Default: "a, b,c"}
        Empty: {Type: String, Default: ""}
        FromStore: {Type: "AWS::SSM::Parameter::Value<String>", Default: /answer}
      Mappings:
        Sizes: {small: {disk: 40}, large: {disk: 80}}
      Conditions:
        IsAlpha: !Equals [!Ref Name, alpha]
        NotAlpha: !Not [!Condition IsAlpha]
        Both: !And [!Condition IsAlpha, !Equals [a, a]]
        Either: !Or [!Condition NotAlpha, !Equals [a, b]]
      Resources:
        Topic: {Type: "AWS::SNS::Topic"}
        Value:
          Type: AWS::SSM::Parameter
          Properties:
            Type: String
            Value: %s
      """;

  private static String value(String expression) {
    try (Local local =
        new Local(
            new MemoryCloud(Local.SCHEMAS),
            Local.TYPES,
            LocalCloudFormation.builder()
                .parameters(
                    name ->
                        name.equals("/answer") ? Optional.of("forty-two") : Optional.empty()))) {
      StackDescription stack = local.deploy(TEMPLATE.formatted(expression));
      assertThat(local.failures("app")).isEmpty();
      assertThat(stack.status()).isEqualTo("CREATE_COMPLETE");
      return local.cloud.things().values().stream()
          .filter(each -> each.logicalId().equals("Value"))
          .map(each -> each.properties().path("Value").asText("(none)"))
          .findFirst()
          .orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Name|alpha",
        "!Ref FromStore|forty-two",
        "!Ref AWS::Region|eu-west-1",
        "!Ref AWS::AccountId|000000000000",
        "!Ref AWS::Partition|aws",
        "!Ref AWS::URLSuffix|amazonaws.com",
        "!Ref AWS::StackName|app",
        "!Ref Topic|topic-1",
        "!GetAtt Topic.TopicName|topic-1/TopicName",
        "{'Fn::GetAtt': [Topic, TopicName]}|topic-1/TopicName",
        "!Join ['-', [x, !Ref Name, 3]]|x-alpha-3",
        "!Join ['', !Ref Names]|abc",
        "!Sub 'to ${Name} ${!Literal} ${Topic.TopicName}'|to alpha ${Literal} topic-1/TopicName",
        "!Sub ['${A}-${Name}', {A: !Ref AWS::Region}]|eu-west-1-alpha",
        "!Select [1, !Ref Names]|b",
        "!Select [1, !Split ['/', 'a/b/c']]|b",
        "!Select ['2', !Split ['ab', 'xabyabz']]|z",
        "!FindInMap [Sizes, large, disk]|80",
        "!If [IsAlpha, yes it is, no]|yes it is",
        "!If [NotAlpha, 'a', 'b']|b",
        "!If [Both, 'a', 'b']|a",
        "!If [Either, 'a', 'b']|b",
        "!Base64 hello|aGVsbG8=",
        "!Select [2, !Cidr [10.0.0.0/16, 4, 8]]|10.0.2.0/24",
        "!Select [1, !Cidr ['2001:db8::/56', 2, 64]]|2001:db8:0:1:0:0:0:0/64",
        "!Select [0, !GetAZs '']|eu-west-1a",
        "!Select [2, !GetAZs us-east-1]|us-east-1c",
        "'{{resolve:ssm:/answer}} it is'|forty-two it is",
        "!Sub '{{resolve:ssm:/${Empty}answer}}'|forty-two",
      })
  void givesItsValue(String expression, String expected) {
    assertThat(value(expression)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "!Ref Nothing|Unresolved resource dependencies [Nothing] in the Resources block",
        "!Sub '${Nothing}'|Unresolved resource dependencies [Nothing]",
        "!GetAtt Nothing.Arn|references undefined resource Nothing",
        "!GetAtt Topic.Colour|resource Topic does not support attribute type Colour",
        "!Sub '${Topic.Colour}'|resource Topic does not support attribute type Colour",
        "{'Fn::GetAtt': [Topic]}|requires two non-empty parameters",
        "!Join [a]|object requires two parameters",
        "!Join ['-', !Ref Name]|Fn::Join must have a list",
        "!Join ['-', [[a]]]|Fn::Join must have texts",
        "!Select [7, !Ref Names]|cannot select nonexistent value at index 7",
        "!Select [x, !Ref Names]|requires an index that is a number",
        "!Select [a]|requires a list argument with two elements",
        "!Split ['', 'abc']|delimiter cannot be empty",
        "!FindInMap [Sizes, huge, disk]|Unable to get mapping for Sizes::huge::disk",
        "!FindInMap [Weights, huge, disk]|Mapping named 'Weights' is not present",
        "!If [Unknown, 'a', 'b']|Unresolved condition dependency Unknown",
        "!If [IsAlpha, 'a']|requires a list argument with three elements",
        "!Cidr [nonsense, 4, 8]|requires a block such as 10.0.0.0/16",
        "!Cidr [10.0.0.0/24, 9, 8]|cannot take 9 blocks",
        "!Sub [a, b]|must have either a string, or a list of a string and a map",
        "!Sub '${no good}'|must be alphanumeric",
        "!Length [a, b]|unknown intrinsic function Fn::Length",
        "!Transform {Name: x}|unknown intrinsic function Fn::Transform",
        "!Contains [[a], a]|may only be used in the Rules block",
        "!ImportValue elsewhere|No export named elsewhere found",
        "'{{resolve:ssm:/missing}}'|[ssm:/missing] cannot be found",
        "'{{resolve:secretsmanager:a}}'|is not supported by the local AWS",
        "{'Fn::Sub': a, Other: b}|Fn::Sub must be the only member",
      })
  void refusesWhatIsWrongBeforeAnythingIsMade(String expression, String message) {
    try (Local local = new Local(new MemoryCloud(Local.SCHEMAS), Local.TYPES, answering())) {
      assertThatThrownBy(() -> local.deploy(TEMPLATE.formatted(expression)))
          .isInstanceOf(ApiFailure.class)
          .hasMessageContaining(message);
      assertThat(local.cloud.log()).isEmpty();
      assertThat(local.engine.describeStacks(Optional.empty())).isEmpty();
    }
  }

  private static LocalCloudFormationBuilder answering() {
    return LocalCloudFormation.builder()
        .parameters(name -> name.equals("/answer") ? Optional.of("forty-two") : Optional.empty());
  }

  @Test
  void removesAPropertyWithoutAValue() {
    try (Local local = new Local()) {
      local.deploy(
          "Resources: {Topic: {Type: 'AWS::SNS::Topic', Properties: {DisplayName: !Ref"
              + " AWS::NoValue, TopicName: kept}}}");
      assertThat(local.cloud.shape()).containsEntry("Topic", "{\"TopicName\":\"kept\"} {}");
    }
  }
}
