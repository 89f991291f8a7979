package com.harena.allinone.stack.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.stack.graph.Template;
import org.junit.jupiter.api.Test;

class RolePoliciesTest {
  private static final String INSTANCES = "arn:aws:ec2:eu-west-1:123456789012:instance/";

  private static RolePolicies role(String statements) {
    String template =
        """
        {'Resources': {
          'Bucket': {'Type': 'AWS::S3::Bucket'},
          'Volume': {'Type': 'AWS::EC2::Volume'},
          'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'Policies': [
            {'PolicyName': 'inline', 'PolicyDocument': {'Statement': [
              {'Effect': 'Allow', 'Action': 'ec2:DescribeVolumes', 'Resource': '*'}]}}]}},
          'Policy': {'Type': 'AWS::IAM::Policy', 'Properties': {'Roles': [{'Ref': 'Role'}],
            'PolicyDocument': {'Statement': [%s]}}},
          'Other': {'Type': 'AWS::IAM::Policy', 'Properties': {'Roles': [{'Ref': 'Elsewhere'}],
            'PolicyDocument': {'Statement': [{'Effect': 'Allow', 'Action': '*', 'Resource': '*'}]}}}}}
        """
            .formatted(statements);
    return RolePolicies.of(Template.parse(template.replace('\'', '"')), "Role");
  }

  @Test
  void gathersInlineAndAttachedPoliciesOfThisRoleOnly() {
    RolePolicies role =
        role(
            "{'Effect': 'Allow', 'Action': 's3:PutObject', 'Resource': {'Fn::Sub': '${Bucket.Arn}/backups/*'}}");

    assertThat(role.allows(Request.of("ec2:DescribeVolumes", "*"))).isTrue();
    assertThat(role.allows(Request.of("s3:putobject", "arn:aws:s3:::bucket/backups/a/b"))).isTrue();
    assertThat(role.decide(Request.of("s3:PutObject", "arn:aws:s3:::bucket/releases/a")))
        .isEqualTo(Decision.DENIED_BY_DEFAULT);
    assertThat(role.allows(Request.of("iam:PassRole", "*"))).isFalse();
  }

  @Test
  void resolvesJoinsAndSelectionsAndFailsOnWhatItDoesNotKnow() {
    RolePolicies role =
        role(
            """
            {'Effect': 'Allow', 'Action': ['ec2:AttachVolume'], 'Resource': [{'Fn::Join': ['', ['arn:', {'Ref': 'AWS::Partition'},
              ':ec2:', {'Ref': 'AWS::Region'}, ':', {'Ref': 'AWS::AccountId'}, ':volume/', {'Ref': 'Volume'}]]},
              {'Fn::Select': [1, {'Fn::Split': ['|', {'Fn::Join': ['|', ['a', 'arn:aws:s3:::b']]}]}]}]}
            """);
    String id =
        new SampleAccount(Template.parse("{\"Resources\":{}}"))
            .nameOf(
                new com.harena.allinone.stack.graph.Resource(
                    "Volume", Template.parse("{\"Type\": \"AWS::EC2::Volume\"}").root()));

    assertThat(
            role.allows(
                Request.of("ec2:AttachVolume", "arn:aws:ec2:eu-west-1:123456789012:volume/" + id)))
        .isTrue();
    assertThat(
            role.allows(
                Request.of("ec2:AttachVolume", "arn:aws:ec2:eu-west-1:123456789012:volume/vol-1")))
        .isFalse();
    assertThat(role.allows(Request.of("ec2:AttachVolume", "arn:aws:s3:::b"))).isTrue();
    assertThatThrownBy(
            () ->
                role("{'Effect': 'Allow', 'Action': 'a:b', 'Resource': {'Fn::ImportValue': 'x'}}"))
        .hasMessageContaining("cannot tell what becomes of");
  }

  @Test
  void aDenyBeatsEveryAllow() {
    RolePolicies role =
        role(
            """
            {'Effect': 'Allow', 'Action': 's3:*', 'Resource': '*'},
            {'Effect': 'Deny', 'NotAction': 's3:Get*', 'Resource': 'arn:aws:s3:::bucket/*'}
            """);

    assertThat(role.decide(Request.of("s3:DeleteObject", "arn:aws:s3:::bucket/a")))
        .isEqualTo(Decision.DENIED_EXPLICITLY);
    assertThat(role.allows(Request.of("s3:GetObject", "arn:aws:s3:::bucket/a"))).isTrue();
    assertThat(role.allows(Request.of("s3:DeleteObject", "arn:aws:s3:::other/a"))).isTrue();
  }

  @Test
  void readsTagConditionsAsAwsDoes() {
    RolePolicies role =
        role(
            """
            {'Effect': 'Allow', 'Action': 'ec2:StopInstances', 'Resource': 'arn:aws:ec2:eu-west-1:123456789012:instance/*',
             'Condition': {'StringEquals': {'aws:ResourceTag/allinone:deployment': 'harena-production'}}}
            """);
    Request stop = Request.of("ec2:StopInstances", INSTANCES + "i-1");

    assertThat(role.allows(stop)).isFalse();
    assertThat(role.allows(stop.with("aws:ResourceTag/allinone:deployment", "other"))).isFalse();
    assertThat(role.allows(stop.with("aws:resourcetag/allinone:deployment", "harena-production")))
        .isTrue();
  }

  @Test
  void readsEveryOperatorThatItClaims() {
    String template =
        "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': '*', 'Condition': {'%s': {'key': %s}}}";
    Request none = Request.of("a:b", "*");
    Request two = none.with("key", "one", "two");

    assertThat(role(template.formatted("Null", "'true'")).allows(none)).isTrue();
    assertThat(role(template.formatted("Null", "'false'")).allows(none)).isFalse();
    assertThat(role(template.formatted("Bool", "true")).allows(none.with("key", "true"))).isTrue();
    assertThat(role(template.formatted("Bool", "true")).allows(none)).isFalse();
    assertThat(role(template.formatted("StringLikeIfExists", "'t*'")).allows(none)).isTrue();
    assertThat(role(template.formatted("StringLike", "'t*'")).allows(two)).isTrue();
    assertThat(role(template.formatted("StringNotEquals", "'x'")).allows(none)).isTrue();
    assertThat(
            role(template.formatted("StringNotEquals", "['one', 'x']"))
                .allows(none.with("key", "one")))
        .isFalse();
    assertThat(role(template.formatted("ForAllValues:StringEquals", "['one', 'two']")).allows(two))
        .isTrue();
    assertThat(role(template.formatted("ForAllValues:StringEquals", "'one'")).allows(two))
        .isFalse();
    assertThat(role(template.formatted("ForAllValues:StringEquals", "'one'")).allows(none))
        .isTrue();
    assertThat(role(template.formatted("ForAnyValue:StringEquals", "'one'")).allows(two)).isTrue();
    assertThat(role(template.formatted("ForAnyValue:StringEquals", "'one'")).allows(none))
        .isFalse();
    assertThat(
            role(template.formatted("ArnLike", "'arn:aws:s3:::*'"))
                .allows(none.with("key", "arn:aws:s3:::b")))
        .isTrue();
    assertThatThrownBy(() -> role(template.formatted("DateLessThan", "'x'")).allows(two))
        .hasMessageContaining("unknown condition operator DateLessThan");
  }

  @Test
  void keepsAWildcardInsideItsSegmentOfAnArn() {
    assertThat(
            Patterns.arn(
                "arn:aws:ssm:*:123456789012:parameter/a/*",
                "arn:aws:ssm:eu-west-1:123456789012:parameter/a/b/c"))
        .isTrue();
    assertThat(Patterns.arn("arn:aws:ssm:*:parameter/a", "arn:aws:ssm:eu-west-1:1:parameter/a"))
        .isFalse();
    assertThat(Patterns.arn("arn:aws:ssm:*:1:parameter/a?", "arn:aws:ssm:x:1:parameter/ab"))
        .isTrue();
    assertThat(Patterns.arn("arn:aws:ssm:*:1:parameter/a.", "arn:aws:ssm:x:1:parameter/ab"))
        .isFalse();
  }

  @Test
  void fillsPolicyVariablesAndMatchesNothingWithoutTheirValue() {
    RolePolicies role =
        role(
            "{'Effect': 'Allow', 'Action': 'a:b', 'Resource': {'Fn::Sub': 'arn:aws:s3:::x/${!aws:userid}'}}");
    Request request = Request.of("a:b", "arn:aws:s3:::x/me");

    assertThat(role.allows(request)).isFalse();
    assertThat(role.allows(request.with("aws:userid", "me"))).isTrue();
    assertThat(role.allows(request.with("aws:userid", "you"))).isFalse();
  }

  @Test
  void refusesToJudgeAPolicyItCannotRead() {
    String template =
        "{'Resources': {'Role': {'Type': 'AWS::IAM::Role', 'Properties': {'ManagedPolicyArns': ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore']}}}}";

    assertThatThrownBy(() -> RolePolicies.of(Template.parse(template.replace('\'', '"')), "Role"))
        .hasMessageContaining("text is not in the template");
  }

  @Test
  void findsEveryPlantedBreadth() {
    RolePolicies role =
        role(
            """
            {'Effect': 'Allow', 'Action': ['cloudwatch:PutMetricData', 'ec2:StopInstances'], 'Resource': '*'},
            {'Effect': 'Allow', 'Action': 's3:Get*', 'Resource': 'arn:aws:s3:::bucket/*'},
            {'Effect': 'Allow', 'Action': 's3:GetObject', 'Resource': 'arn:aws:s3:::*'},
            {'Effect': 'Allow', 'Action': 'ec2:StartInstances', 'Resource': 'arn:aws:ec2:eu-west-1:123456789012:instance/*'},
            {'Effect': 'Allow', 'NotAction': 'iam:PassRole', 'Resource': 'arn:aws:s3:::bucket'},
            {'Effect': 'Deny', 'Action': '*', 'Resource': '*'}
            """);

    assertThat(UnrestrictableActions.faults(role))
        .containsExactly(
            "Policy: ec2:StopInstances on *, AWS lets name a resource",
            "Policy: allows the actions s3:Get*, name each one",
            "Policy: s3:GetObject on arn:aws:s3:::*, AWS lets name a resource",
            "Policy: [ec2:StartInstances] on all of arn:aws:ec2:eu-west-1:123456789012:instance/* without a condition",
            "Policy: allows everything but [iam:PassRole][arn:aws:s3:::bucket]");
  }
}
