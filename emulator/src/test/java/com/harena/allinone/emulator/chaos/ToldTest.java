package com.harena.allinone.emulator.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.engine.Finding;
import com.harena.allinone.emulator.engine.ResourceDescription;
import com.harena.allinone.emulator.machine.LocalWorld;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final JsonNode DECLARED =
      LocalWorld.json(
          """
          {"Group": {"Properties": {"VpcId": {"Ref": "Vpc"}, "Name": "web"}},
           "Bucket": {"Properties": {"BucketName": "pages"}},
           "BucketPolicy": {"Properties": {"Bucket": {"Ref": "Bucket"}}}}""");

  @Test
  void isWhatTheServicesTellOfThePropertiesThatTheTemplateGives() {
    assertThat(told(finding("Group", "sg-1", "{\"Name\":\"web\",\"OwnerId\":\"123456789012\"}")))
        .isEqualTo(Map.of("Group", "{\"Name\":\"web\"}"));
  }

  @Test
  void isNothingOfWhatNoServiceKnows() {
    Finding gone = new Finding(resource("Group", "sg-1"), LocalWorld.json("{}"), Optional.empty());
    assertThat(told(gone)).isEqualTo(Map.of("Group", "nothing"));
  }

  @Test
  void isTheSameInEveryRunWhateverTheIdsAre() {
    Map<String, String> first =
        told(finding("Vpc", "vpc-1", "{}"), finding("Group", "sg-1", "{\"VpcId\":\"vpc-1\"}"));
    assertThat(first)
        .isEqualTo(
            told(finding("Vpc", "vpc-2", "{}"), finding("Group", "sg-2", "{\"VpcId\":\"vpc-2\"}")))
        .containsEntry("Group", "{\"VpcId\":\"<Vpc>\"}");
    assertThat(told(finding("Group", "sg-1", "{\"Name\":\"web-0123456789ab\"}")))
        .isEqualTo(told(finding("Group", "sg-1", "{\"Name\":\"web-ba9876543210\"}")));
  }

  @Test
  void namesAnotherPhysicalIdThatIsTheSameByTheShorterName() {
    assertThat(
            told(
                finding("BucketPolicy", "pages", "{\"Bucket\":\"pages\"}"),
                finding("Bucket", "pages", "{\"BucketName\":\"pages\"}")))
        .containsEntry("BucketPolicy", "{\"Bucket\":\"<Bucket>\"}");
  }

  @Test
  void differsWhereAServiceTellsAnotherValue() {
    assertThat(told(finding("Group", "sg-1", "{\"Name\":\"web\"}")))
        .isNotEqualTo(told(finding("Group", "sg-1", "{\"Name\":\"wet\"}")));
  }

  private static Map<String, String> told(Finding... findings) {
    return Told.of(List.of(findings), DECLARED);
  }

  private static Finding finding(String logicalId, String physicalId, String told) {
    ObjectNode all = LocalWorld.json(told);
    return new Finding(resource(logicalId, physicalId), LocalWorld.json("{}"), Optional.of(all));
  }

  private static ResourceDescription resource(String logicalId, String physicalId) {
    return new ResourceDescription(
        "stack",
        "arn",
        logicalId,
        Optional.of(physicalId),
        "AWS::EC2::Thing",
        Instant.EPOCH,
        "CREATE_COMPLETE",
        Optional.empty(),
        Optional.empty());
  }
}
