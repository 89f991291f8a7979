package com.harena.allinone.emulator.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DecisionTest {
  private static final String INSTANCE = "arn:aws:ec2:eu-west-1:123456789012:instance/i-1";
  private static final String OWN =
      "{'Effect':'Allow','Action':['ec2:StopInstances','ec2:Start*'],'Resource':'arn:aws:ec2:eu-west-1:123456789012:instance/*','Condition':{'StringEquals':{'aws:ResourceTag/allinone:deployment':'harena'}}}";
  private static final String BACKUPS =
      "{'Effect':'Allow','Action':'s3:PutObject','Resource':'arn:aws:s3:::b/backups/*'},{'Effect':'Deny','Action':'s3:PutObject','Resource':'arn:aws:s3:::b/backups/*','Condition':{'Bool':{'s3:ObjectCreationOperation':'true'},'Null':{'s3:if-none-match':'true'}}}";

  @Test
  void allowsWhatAStatementAllowsAndNothingElse() {
    ContextKeys own = ContextKeys.ofTags(Map.of("allinone:deployment", "harena"));
    assertThat(decide(OWN, "ec2:StopInstances", INSTANCE, own)).isEqualTo(Decision.ALLOWED);
    assertThat(decide(OWN, "ec2:startinstances", INSTANCE, own)).isEqualTo(Decision.ALLOWED);
    assertThat(decide(OWN, "ec2:TerminateInstances", INSTANCE, own))
        .isEqualTo(Decision.NOT_ALLOWED);
    assertThat(decide(OWN, "ec2:StopInstances", INSTANCE.replace("eu-west-1", "us-east-1"), own))
        .isEqualTo(Decision.NOT_ALLOWED);
  }

  @Test
  void aResourceWithoutOrWithAnotherTagIsNotAllowed() {
    for (Map<String, String> tags :
        List.of(Map.<String, String>of(), Map.of("allinone:deployment", "other"))) {
      assertThat(decide(OWN, "ec2:StopInstances", INSTANCE, ContextKeys.ofTags(tags)))
          .isEqualTo(Decision.NOT_ALLOWED);
    }
  }

  @Test
  void aDenyOutdoesEveryAllow() {
    ContextKeys overwrite = writing(Optional.empty());
    ContextKeys fresh = writing(Optional.of("*"));
    String key = "arn:aws:s3:::b/backups/1";
    assertThat(decide(BACKUPS, "s3:PutObject", key, overwrite)).isEqualTo(Decision.DENIED);
    assertThat(decide(BACKUPS, "s3:PutObject", key, fresh)).isEqualTo(Decision.ALLOWED);
    assertThat(decide(BACKUPS, "s3:PutObject", "arn:aws:s3:::b/releases/1", fresh))
        .isEqualTo(Decision.NOT_ALLOWED);
  }

  @Test
  void notActionSpeaksOfAllOthers() {
    String statement = "{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}";
    assertThat(decide(statement, "ec2:RunInstances", "*", ContextKeys.none()))
        .isEqualTo(Decision.ALLOWED);
    assertThat(decide(statement, "iam:CreateRole", "*", ContextKeys.none()))
        .isEqualTo(Decision.NOT_ALLOWED);
  }

  @Test
  void arnsMatchPartByPart() {
    String statement =
        "{'Effect':'Allow','Action':'ec2:TerminateInstances','Resource':'*','Condition':{'ArnEquals':{'ec2:InstanceProfile':'arn:aws:iam::123456789012:instance-profile/own*'}}}";
    for (String profile : List.of("own", "own-2")) {
      assertThat(decide(statement, "ec2:TerminateInstances", INSTANCE, profile(profile)))
          .isEqualTo(Decision.ALLOWED);
    }
    assertThat(decide(statement, "ec2:TerminateInstances", INSTANCE, profile("other")))
        .isEqualTo(Decision.NOT_ALLOWED);
  }

  @Test
  void whatIsNotKnownFailsByName() {
    assertThatThrownBy(
            () ->
                decide(
                    OWN.replace("StringEquals", "DateLessThan"),
                    "ec2:StopInstances",
                    INSTANCE,
                    ContextKeys.ofTags(Map.of("allinone:deployment", "harena"))))
        .isInstanceOf(UnknownToPolicies.class)
        .hasMessageContaining("DateLessThan");
    assertThatThrownBy(() -> decide(OWN, "ec2:StopInstances", INSTANCE, ContextKeys.none()))
        .hasMessageContaining("aws:ResourceTag/allinone:deployment");
    assertThatThrownBy(() -> Policy.parse("{\"Statement\":[{\"Efect\":\"Allow\"}]}"))
        .hasMessageContaining("Efect");
    assertThatThrownBy(
            () ->
                Decision.of(
                    policies(OWN),
                    new Access("ec2:StartFoo", Optional.empty(), ContextKeys.none())))
        .hasMessageContaining("the resources of ec2:StartFoo");
  }

  private static ContextKeys writing(Optional<String> ifNoneMatch) {
    return ContextKeys.none()
        .with("s3:ObjectCreationOperation", Optional.of("true"))
        .with("s3:if-none-match", ifNoneMatch);
  }

  private static ContextKeys profile(String name) {
    return ContextKeys.none()
        .with(
            "ec2:InstanceProfile",
            Optional.of("arn:aws:iam::123456789012:instance-profile/" + name));
  }

  private static Decision decide(
      String statement, String action, String resource, ContextKeys context) {
    return Decision.of(policies(statement), Access.of(action, resource, context));
  }

  private static List<Policy> policies(String statement) {
    return List.of(Policy.parse("{'Statement':[%s]}".formatted(statement).replace('\'', '"')));
  }
}
