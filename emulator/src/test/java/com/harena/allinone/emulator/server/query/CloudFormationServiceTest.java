package com.harena.allinone.emulator.server.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.emulator.fixture.Local;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Body;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.CallHeaders;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The query protocol as the SDKs speak it, before an engine on resources in memory. */
class CloudFormationServiceTest {
  private static final String TOPIC =
      "{\"Resources\":{\"T\":{\"Type\":\"AWS::SNS::Topic\",\"Properties\":{\"DisplayName\":\"a<b\"}}}}";

  private final Local local = new Local();
  private final CloudFormationService service =
      new CloudFormationService(
          local.engine,
          call -> Answer.of(404, "application/xml", "<Error><Code>NoSuchBucket</Code></Error>"));

  @AfterEach
  void close() {
    local.close();
  }

  @Test
  void makesAChangeSetExecutesItAndTellsTheStack() throws IOException {
    Answer made =
        call(
            "CreateChangeSet",
            "StackName",
            "app",
            "ChangeSetName",
            "first",
            "ChangeSetType",
            "CREATE",
            "TemplateBody",
            TOPIC,
            "Tags.member.1.Key",
            "team",
            "Tags.member.1.Value",
            "a & b");
    assertThat(made.status()).isEqualTo(200);
    assertThat(text(made))
        .startsWith("<?xml")
        .contains(
            "<CreateChangeSetResponse xmlns=\"http://cloudformation.amazonaws.com/doc/2010-05-15/\">")
        .containsPattern("<Id>arn:aws:cloudformation:[^<]+:changeSet/first/[^<]+</Id>");
    assertThat(text(call("DescribeChangeSet", "StackName", "app", "ChangeSetName", "first")))
        .contains("<Status>CREATE_COMPLETE</Status>", "<Action>Add</Action>")
        .contains("<LogicalResourceId>T</LogicalResourceId>");

    assertThat(call("ExecuteChangeSet", "StackName", "app", "ChangeSetName", "first").status())
        .isEqualTo(200);
    local.settled("app");

    assertThat(text(call("DescribeStacks", "StackName", "app")))
        .contains("<StackStatus>CREATE_COMPLETE</StackStatus>", "<Value>a &amp; b</Value>");
    assertThat(text(call("DescribeStackEvents", "StackName", "app")))
        .contains("<ResourceStatus>CREATE_COMPLETE</ResourceStatus>", "a&lt;b");
    assertThat(text(call("GetTemplate", "StackName", "app"))).contains("a&lt;b");
  }

  @Test
  void answersAnUnknownStackAsAwsDoes() throws IOException {
    Answer answer = call("DescribeStacks", "StackName", "none");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer))
        .contains("<Code>ValidationError</Code>")
        .contains("<Message>Stack with id none does not exist</Message>");
  }

  @Test
  void namesTheActionThatItDoesNotHaveAndThoseThatItHas() throws IOException {
    Answer answer = call("CreateStackSet", "StackSetName", "all");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer))
        .contains("InvalidAction", "has no action CreateStackSet", "CreateChangeSet");
  }

  @Test
  void refusesAParameterThatItWouldIgnore() throws IOException {
    Answer answer =
        call("CreateStack", "StackName", "app", "TemplateBody", TOPIC, "StackPolicyBody", "{}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer)).contains("does not know the parameter StackPolicyBody");
    assertThat(local.cloud.things()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no template",
        "[]",
        "{\"Resources\":",
        "{}",
        "Resources: 7",
        "<html></html>",
        "\u0000\u0001",
        "{\"Resources\":{\"T\":{\"Type\":\"AWS::No::Such\"}}}",
        "{\"Resources\":{\"T\":{\"Type\":\"AWS::SNS::Topic\",\"Properties\":{\"Nope\":1}}}}",
        "{\"Resources\":{\"T\":{\"Type\":\"AWS::SNS::Topic\",\"Properties\":{\"Fn::No\":1}}}}",
      })
  void refusesATemplateThatIsNoneWithOneLineAndMakesNothing(String template) throws IOException {
    Answer answer = call("CreateStack", "StackName", "app", "TemplateBody", template);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer)).contains("<Code>ValidationError</Code>").doesNotContain("Exception");
    assertThat(text(call("ListStacks"))).doesNotContain("<StackName>app</StackName>");
    assertThat(local.cloud.things()).isEmpty();
  }

  @Test
  void saysThatATemplateIsNotWhereItsAddressLeads() throws IOException {
    Answer answer =
        call(
            "CreateStack",
            "StackName",
            "app",
            "TemplateURL",
            "https://bucket.s3.eu-west-1.amazonaws.com/key.json");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(text(answer)).contains("<Code>ValidationError</Code>").contains("key.json");
  }

  private Answer call(String action, String... parameters) throws IOException {
    List<String> form = new ArrayList<>(List.of("Action=" + action, "Version=2010-05-15"));
    for (int index = 0; index < parameters.length; index += 2) {
      form.add(
          parameters[index]
              + "="
              + URLEncoder.encode(parameters[index + 1], StandardCharsets.UTF_8));
    }
    CallHeaders headers =
        new CallHeaders(
            List.of(
                Map.entry("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                Map.entry(
                    "Authorization",
                    "AWS4-HMAC-SHA256 Credential=local/20261127/eu-west-1/cloudformation/aws4_request")));
    return service.pass(Call.of("POST", "/", headers, Body.of(String.join("&", form))));
  }

  private static String text(Answer answer) {
    return answer.body().text().orElseThrow();
  }
}
