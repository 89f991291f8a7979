package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OtherMachineTest {
  private static final String TEMPLATE =
      """
      {"Resources": {
        "MachineInstance0a1b2c3fDDDDDDD1": {"Type": "AWS::EC2::Instance"},
        "MachineTemplate0a1b2c3fDDDDDDD2": {"Type": "AWS::EC2::LaunchTemplate",
          "Properties": {"LaunchTemplateData": {"InstanceType": "t4g.small"}}},
        "EdgeVpcOrigin99887766DDDDDDD3": {"Type": "AWS::CloudFront::VpcOrigin",
          "Properties": {"Name": "allinone-99887766", "Of": {"Ref": "MachineInstance0a1b2c3fDDDDDDD1"}}},
        "DataVolume": {"Type": "AWS::EC2::Volume"}
      }}
      """;

  @Test
  void renamesWhatBelongsToOneMachineWhereverItIsNamed() {
    assertThat(OtherMachine.of(TEMPLATE))
        .isEqualTo(
            TEMPLATE
                .replace("0a1b2c3f", "0a1b2c30")
                .replace("99887766", "99887767")
                .replace("t4g.small", "t4g.medium"));
  }

  @Test
  void takesAnotherTypeThanTheTemplates() {
    assertThat(OtherMachine.of(TEMPLATE.replace("t4g.small", "t4g.medium"))).contains("t4g.large");
  }

  @Test
  void refusesATemplateWithoutASuffix() {
    assertThatThrownBy(() -> OtherMachine.of(TEMPLATE.replace("0a1b2c3f", "")))
        .hasMessageContaining("no AWS::EC2::Instance with a suffix");
  }
}
