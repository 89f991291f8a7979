package com.harena.allinone.constructs.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.constructs.testing.MachineTemplate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GateTest {
  private static final String CONDITION = "AWS::CloudFormation::WaitCondition";
  private static MachineTemplate machine;

  @BeforeAll
  static void synthesize() {
    machine = MachineTemplate.ofBlueprint();
  }

  private static String parameterNamed(String name) {
    return machine.ids("AWS::SSM::Parameter").stream()
        .filter(id -> machine.resource(id).at("/Properties/Name").asText().endsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void waitsTwentyMinutesForOneSignal() {
    JsonNode gate = machine.only(CONDITION).path("Properties");
    assertThat(gate.path("Timeout").asText()).isEqualTo("1200");
    assertThat(gate.path("Count").asInt()).isEqualTo(1);
  }

  @Test
  void ownerParameterNamesInstanceAndSignalInOneValue() {
    JsonNode owner = machine.resource(parameterNamed("/owner")).path("Properties");
    assertThat(owner.path("Name").asText()).isEqualTo("/allinone/harena-production/owner");
    assertThat(owner.path("Type").asText()).isEqualTo("String");
    JsonNode sub = owner.path("Value").path("Fn::Sub");
    assertThat(sub.path(0).asText())
        .isEqualTo("{\"instance\": \"${Instance}\", \"signal\": \"${Signal}\"}");
    assertThat(sub.at("/1/Instance/Ref").asText()).isEqualTo(machine.onlyId("AWS::EC2::Instance"));
    assertThat(sub.at("/1/Signal/Ref").asText()).isEqualTo(machine.onlyId(CONDITION + "Handle"));
  }

  @Test
  void ownerIsUpdatedInPlaceWhileTheGateIsNewForEachInstance() {
    MachineTemplate other = MachineTemplate.of("type: t4g.small", "type: t4g.medium");
    assertThat(other.ids("AWS::SSM::Parameter")).contains(parameterNamed("/owner"));
    assertThat(other.onlyId(CONDITION)).isNotEqualTo(machine.onlyId(CONDITION));
  }

  @Test
  void gateOpensAfterTheOwnerIsNamedAndTheAssociationAfterTheGate() {
    assertThat(machine.before(machine.onlyId(CONDITION)))
        .contains(parameterNamed("/owner"), machine.onlyId("AWS::EC2::Instance"));
    assertThat(machine.before(machine.onlyId("AWS::SSM::Association")))
        .contains(machine.onlyId(CONDITION), parameterNamed("/bundle"));
  }
}
