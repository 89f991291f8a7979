package com.harena.allinone.stack.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateGraphTest {
  private static TemplateGraph graph(String resources) {
    return TemplateGraph.of(Template.parse(resources.replace('\'', '"')));
  }

  @Test
  void findsTheCycleThatAnInlineIngressRuleCloses() {
    TemplateGraph graph =
        graph(
            """
            {'Resources': {
              'Group': {'Type': 'AWS::EC2::SecurityGroup', 'Properties': {'SecurityGroupIngress': [
                {'SourceSecurityGroupId': {'Fn::GetAtt': ['GroupId', 'Value']}}]}},
              'GroupId': {'Type': 'Custom::GroupId', 'Properties': {'Origin': {'Ref': 'Origin'}}},
              'Origin': {'Type': 'AWS::CloudFront::VpcOrigin', 'DependsOn': 'Instance'},
              'Instance': {'Type': 'AWS::EC2::Instance', 'Properties': {
                'UserData': {'Fn::Sub': 'group ${Group.GroupId}'}}}}}
            """);

    assertThat(graph.cycle()).contains("Group -> GroupId -> Origin -> Instance -> Group");
  }

  @Test
  void findsACycleThroughDependsOnAndAJoinAndAResourceThatNeedsItself() {
    assertThat(
            graph(
                    """
                    {'Resources': {
                      'A': {'Type': 'T', 'DependsOn': ['B']},
                      'B': {'Type': 'T', 'Properties': {'X': {'Fn::Join': ['', ['a', {'Ref': 'A'}]]}}}}}
                    """)
                .cycle())
        .contains("A -> B -> A");
    assertThat(
            graph("{'Resources': {'A': {'Type': 'T', 'Properties': {'X': {'Ref': 'A'}}}}}").cycle())
        .contains("A -> A");
  }

  @Test
  void ordersByEveryKindOfReference() {
    TemplateGraph graph =
        graph(
            """
            {'Conditions': {'Outer': {'Fn::Not': [{'Condition': 'Inner'}]}, 'Inner': {'Fn::Equals': ['a', 'b']}},
             'Resources': {
              'A': {'Type': 'T', 'Condition': 'Outer'},
              'B': {'Type': 'T', 'Properties': {'X': {'Fn::Sub': ['${Local} ${!Not} ${A.Arn} ${AWS::Region}', {'Local': 'l'}]}}},
              'C': {'Type': 'T', 'Properties': {'X': {'Fn::If': ['Inner', {'Fn::GetAtt': 'B.Arn'}, 'no']}}},
              'D': {'Type': 'T', 'DependsOn': 'C'}}}
            """);

    assertThat(graph.cycle()).isEmpty();
    assertThat(graph.danglingReferences()).isEmpty();
    assertThat(graph.precedes("A", "D")).isTrue();
    assertThat(graph.precedes("D", "A")).isFalse();
    assertThat(graph.chain("D", "A")).contains(List.of("D", "C", "B", "A"));
    assertThat(graph.chain("A", "D")).isEmpty();
    assertThat(graph.needs("C")).containsExactlyInAnyOrder("B", "condition Inner");
    assertThat(graph.allNeeds("A")).containsExactly("condition Inner", "condition Outer");
  }

  @Test
  void namesWhatATemplateRefersToButDoesNotHave() {
    TemplateGraph graph =
        graph(
            """
            {'Parameters': {'P': {'Type': 'String'}}, 'Resources': {
              'A': {'Type': 'T', 'Condition': 'Gone', 'DependsOn': 'Lost', 'Properties': {
                'X': {'Ref': 'P'}, 'Y': {'Fn::Sub': '${Missing.Arn}'}}}}}
            """);

    assertThat(graph.danglingReferences())
        .containsExactly("A -> Lost", "A -> Missing", "A -> condition Gone");
    assertThatThrownBy(() -> graph.precedes("Nobody", "A"))
        .hasMessageContaining("no resource Nobody");
  }
}
