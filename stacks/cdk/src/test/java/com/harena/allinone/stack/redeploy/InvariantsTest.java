package com.harena.allinone.stack.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.schema.Schemas;
import com.harena.allinone.stack.graph.Template;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class InvariantsTest {
  private static final String STACK =
      """
      {'Resources': {
        'Data': {'Type': 'AWS::EC2::Volume', 'DeletionPolicy': 'RetainExceptOnCreate', 'Properties': {'Size': 40}},
        'Backups': {'Type': 'AWS::S3::Bucket', 'Properties': {}},
        'Templateaaaa1111': {'Type': 'AWS::EC2::LaunchTemplate', 'Properties': {'LaunchTemplateData': {
          'InstanceType': 't4g.small', 'UserData': 'x',
          'TagSpecifications': [{'Tags': [{'Key': 'allinone:suffix', 'Value': 'aaaa1111'}]}]}}},
        'Sweeperaaaa1111': {'Type': 'Custom::SpotSweeper', 'Properties': {'ServiceToken': 'a'}},
        'Instanceaaaa1111': {'Type': 'AWS::EC2::Instance', 'DependsOn': 'Sweeperaaaa1111', 'Properties': {
          'LaunchTemplate': {'LaunchTemplateId': {'Ref': 'Templateaaaa1111'},
            'Version': {'Fn::GetAtt': ['Templateaaaa1111', 'LatestVersionNumber']}}}}}}
      """;

  private static Schemas schemas;

  @BeforeAll
  static void readTheSchemasOnce() {
    schemas = Schemas.load(Path.of(System.getProperty("allinone.checkout")));
  }

  private static List<String> faults(String after, boolean adopted) {
    return Invariants.faults(
        schemas,
        Template.parse(STACK.replace('\'', '"')),
        Template.parse(after.replace('\'', '"')),
        adopted);
  }

  @Test
  void acceptsAReplacementWithANewSuffixAndAChangeThatNeedsNone() {
    assertThat(faults(STACK, false)).isEmpty();
    assertThat(
            faults(STACK.replace("aaaa1111", "bbbb2222").replace("t4g.small", "t4g.medium"), false))
        .isEmpty();
    assertThat(faults(STACK.replace("40", "60"), false)).isEmpty();
  }

  @Test
  void findsAReplacementThatKeepsItsSuffix() {
    assertThat(faults(STACK.replace("t4g.small", "t4g.medium"), false))
        .singleElement()
        .asString()
        .contains("REPLACEMENT but keeps its suffix");
  }

  @Test
  void findsANewSuffixWithoutAReason() {
    assertThat(faults(STACK.replace("aaaa1111", "bbbb2222"), false))
        .containsExactly("the suffix is new, but nothing that replaces an instance changed");
  }

  @Test
  void findsAPartThatStaysBehind() {
    String after =
        STACK
            .replace("aaaa1111", "bbbb2222")
            .replace("t4g.small", "t4g.medium")
            .replace("Sweeperbbbb2222", "Sweeperaaaa1111");

    assertThat(faults(after, false))
        .singleElement()
        .asString()
        .startsWith("parts of one instance: [Sweeperaaaa1111] stay");
  }

  @Test
  void findsALostOrReplacedStatefulResource() {
    assertThat(faults(STACK.replace("'Backups'", "'Backup'"), false))
        .singleElement()
        .asString()
        .contains("Backups loses its logical id");
    assertThat(
            faults(STACK.replace("'Properties': {}", "'Properties': {'BucketName': 'b'}"), false))
        .singleElement()
        .asString()
        .contains("Backups is replaced");
  }

  @Test
  void letsAVolumeGoOnlyWhenItIsAdoptedAndKept() {
    String after = STACK.replaceFirst("'Data': .*\n", "");

    assertThat(faults(after, true)).isEmpty();
    assertThat(faults(after, false)).singleElement().asString().contains("Data loses");
  }

  @Test
  void tellsTheSuffixFromTheDigitsOfTheCdk() {
    assertThat(SuffixedId.parse("MachineInstancef54a67154EF407F6"))
        .contains(new SuffixedId("MachineInstance<suffix>", "f54a6715"));
    assertThat(SuffixedId.parse("Handleffff0000"))
        .contains(new SuffixedId("Handle<suffix>", "ffff0000"));
    assertThat(SuffixedId.parse("OpeningHoursServingZero194379033")).isEmpty();
    assertThat(SuffixedId.parse("NetworkVpcFAC8F4A5")).isEmpty();
    assertThat(SuffixedId.nameOf("NetworkVpcFAC8F4A5")).isEqualTo("NetworkVpc");
    assertThat(SuffixedId.nameOf("OpeningHoursServingZero194379033"))
        .isEqualTo("OpeningHoursServingZero1");
    assertThat(SuffixedId.nameOf("DataVolume")).isEqualTo("DataVolume");
  }
}
