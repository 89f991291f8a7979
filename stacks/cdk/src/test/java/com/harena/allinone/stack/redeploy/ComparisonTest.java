package com.harena.allinone.stack.redeploy;

import static com.harena.allinone.schema.UpdateKind.INTERRUPTION;
import static com.harena.allinone.schema.UpdateKind.IN_PLACE;
import static com.harena.allinone.schema.UpdateKind.NONE;
import static com.harena.allinone.schema.UpdateKind.REFUSED;
import static com.harena.allinone.schema.UpdateKind.REPLACEMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.schema.Rulings;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.graph.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
  private static final String MACHINE =
      """
      {'Resources': {
        'Vpc': {'Type': 'AWS::EC2::VPC', 'Properties': {'CidrBlock': '10.0.0.0/24', 'InstanceTenancy': 'default'}},
        'Subnet': {'Type': 'AWS::EC2::Subnet', 'Properties': {'VpcId': {'Ref': 'Vpc'}, 'MapPublicIpOnLaunch': false}},
        'Template': {'Type': 'AWS::EC2::LaunchTemplate', 'Properties': {'LaunchTemplateData': {'InstanceType': 't4g.small'}}},
        'Instance': {'Type': 'AWS::EC2::Instance', 'Properties': {
          'SubnetId': {'Ref': 'Subnet'}, 'UserData': 'one', 'InstanceType': 't4g.small',
          'LaunchTemplate': {'LaunchTemplateId': {'Ref': 'Template'}, 'Version': {'Fn::GetAtt': ['Template', 'LatestVersionNumber']}}}},
        'Volume': {'Type': 'AWS::EC2::Volume', 'Properties': {'Size': 40, 'AvailabilityZone': 'eu-west-1a', 'Encrypted': true,
          'Tags': [{'Key': 'a', 'Value': 'b'}]}},
        'Origin': {'Type': 'AWS::CloudFront::VpcOrigin', 'Properties': {'VpcOriginEndpointConfig': {'Name': 'o',
          'Arn': {'Fn::Sub': 'arn:aws:ec2:${AWS::Region}:${AWS::AccountId}:instance/${Instance}'}, 'HTTPPort': 8001}}},
        'Log': {'Type': 'AWS::Logs::LogGroup', 'Properties': {'LogGroupName': '/a', 'RetentionInDays': 7}},
        'Wait': {'Type': 'AWS::CloudFormation::WaitCondition', 'Properties': {'Timeout': 1200}}}}
      """;

  private static Schemas schemas;

  @BeforeAll
  static void readTheSchemasOnce() {
    schemas = Schemas.load(Path.of(System.getProperty("allinone.checkout")));
  }

  private static Template template(String json) {
    return Template.parse(json.replace('\'', '"'));
  }

  private static Map<String, UpdateKind> kinds(String before, String after) {
    return Comparison.of(schemas, template(before), template(after)).stream()
        .collect(Collectors.toMap(ResourceChange::id, ResourceChange::kind));
  }

  @Test
  void findsNothingWhereNothingChanged() {
    List<ResourceChange> changes = Comparison.of(schemas, template(MACHINE), template(MACHINE));

    assertThat(changes).isEmpty();
    assertThat(Comparison.worst(changes)).isEqualTo(NONE);
  }

  @Test
  void followsAReplacementThroughEveryReference() {
    assertThat(kinds(MACHINE, MACHINE.replace("10.0.0.0/24", "10.1.0.0/24")))
        .containsOnly(
            Map.entry("Vpc", REPLACEMENT),
            Map.entry("Subnet", REPLACEMENT),
            Map.entry("Instance", REPLACEMENT),
            Map.entry("Origin", REFUSED));
  }

  @Test
  void followsANewVersionOfTheLaunchTemplateIntoTheInstance() {
    String after =
        MACHINE.replace("{'InstanceType': 't4g.small'}", "{'InstanceType': 't4g.medium'}");

    assertThat(kinds(MACHINE, after))
        .containsEntry("Template", IN_PLACE)
        .containsEntry("Instance", REPLACEMENT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'Size': 40           | 'Size': 60           | Volume   | IN_PLACE
          'Size': 40           | 'Size': 20           | Volume   | REFUSED
          eu-west-1a           | eu-west-1b           | Volume   | REFUSED
          'Encrypted': true    | 'Encrypted': false   | Volume   | REFUSED
          'Value': 'b'         | 'Value': 'c'         | Volume   | IN_PLACE
          'UserData': 'one'    | 'UserData': 'two'    | Instance | INTERRUPTION
          'HTTPPort': 8001     | 'HTTPPort': 8002     | Origin   | REFUSED
          'LogGroupName': '/a' | 'LogGroupName': '/b' | Log      | REPLACEMENT
          'RetentionInDays': 7 | 'RetentionInDays': 9 | Log      | IN_PLACE
          'Timeout': 1200      | 'Timeout': 1300      | Wait     | REFUSED
          'MapPublicIpOnLaunch': false | 'MapPublicIpOnLaunch': true | Subnet | IN_PLACE
          """)
  void judgesASingleChange(String from, String to, String id, UpdateKind expected) {
    assertThat(MACHINE).contains(from);
    assertThat(kinds(MACHINE, MACHINE.replace(from, to))).containsExactly(Map.entry(id, expected));
  }

  @Test
  void callsANewSuffixAReplacementAndNotAnUpdateOfWhatIsNew() {
    String before =
        """
        {'Resources': {
          'Handle0a1b2c3d': {'Type': 'AWS::CloudFormation::WaitConditionHandle'},
          'Gate0a1b2c3d': {'Type': 'AWS::CloudFormation::WaitCondition', 'Properties': {'Handle': {'Ref': 'Handle0a1b2c3d'}}},
          'MachineInstance0a1b2c3dAAAA0001': {'Type': 'AWS::EC2::Instance', 'Properties': {'SubnetId': 's'}}}}
        """;
    String after = before.replace("0a1b2c3d", "ffff0000").replace("AAAA0001", "BBBB0002");

    assertThat(kinds(before, after))
        .containsOnly(
            Map.entry("Handleffff0000", REPLACEMENT),
            Map.entry("Gateffff0000", REPLACEMENT),
            Map.entry("MachineInstanceffff0000BBBB0002", REPLACEMENT));
  }

  @Test
  void refusesAReplacementThatKeepsAUniqueName() {
    String before =
        """
        {'Resources': {'Rate': {'Type': 'AWS::Scheduler::ScheduleGroup', 'Properties': {'Name': 'n'}},
          'Origin0a1b2c3d': {'Type': 'AWS::CloudFront::VpcOrigin', 'Properties': {'VpcOriginEndpointConfig': {'Name': 'same'}}},
          'Money': {'Type': 'AWS::Budgets::Budget', 'Properties': {'Budget': {'BudgetName': 'n'},
            'NotificationsWithSubscribers': [{'Subscribers': [{'Address': 'a@example.org'}]}]}}}}
        """;
    String after = before.replace("0a1b2c3d", "ffff0000").replace("a@example", "b@example");

    assertThat(kinds(before, after))
        .containsOnly(Map.entry("Originffff0000", REFUSED), Map.entry("Money", REFUSED));
    assertThat(kinds(before, after.replace("'n'}", "'m'}").replace("'same'", "'other'")))
        .containsOnly(
            Map.entry("Originffff0000", REPLACEMENT),
            Map.entry("Money", REPLACEMENT),
            Map.entry("Rate", REPLACEMENT));
  }

  @Test
  void takesWhatACustomResourceReturnsForChangedWhenItRunsAgain() {
    String before =
        """
        {'Resources': {
          'Group': {'Type': 'Custom::GroupId', 'Properties': {'ServiceToken': 'arn', 'Origin': 'one'}},
          'Rule': {'Type': 'AWS::EC2::SecurityGroupIngress', 'Properties': {'IpProtocol': 'tcp',
            'SourceSecurityGroupId': {'Fn::GetAtt': ['Group', 'Id']}, 'Description': {'Ref': 'Group'}}}}}
        """;

    assertThat(kinds(before, before.replace("one", "two")))
        .containsOnly(Map.entry("Group", IN_PLACE), Map.entry("Rule", REPLACEMENT));
    assertThat(kinds(before, before.replace("'arn'", "'arm'"))).containsEntry("Group", REFUSED);
  }

  @Test
  void failsOnWhatNeitherSchemaNorTableKnows() {
    String tenancy =
        "{'Resources': {'Host': {'Type': 'AWS::EC2::Instance', 'Properties': {'Tenancy':"
            + " 'default'}}}}";

    assertThatThrownBy(() -> kinds(tenancy, tenancy.replace("default", "host")))
        .hasMessageContaining("AWS::EC2::Instance Tenancy")
        .hasMessageContaining("no row");
    assertThatThrownBy(
            () ->
                kinds(
                    "{'Resources': {'A': {'Type': 'AWS::No::Such', 'Properties': {'X': 1}}}}",
                    "{'Resources': {'A': {'Type': 'AWS::No::Such', 'Properties': {'X': 2}}}}"))
        .hasMessageContaining("no published schema of AWS::No::Such");
    assertThat(kinds(tenancy, tenancy.replace("AWS::EC2::Instance", "AWS::EC2::VPC")))
        .containsEntry("Host", REFUSED);
  }

  @Test
  void everyRulingCitesAPageAndItsWording() {
    assertThat(Rulings.ALL)
        .allSatisfy(
            row -> {
              assertThat(row.page()).startsWith("https://docs.");
              assertThat(row.wording()).hasSizeGreaterThan(20);
              assertThat(row.kind()).isIn(IN_PLACE, INTERRUPTION, REPLACEMENT, REFUSED);
            });
  }
}
