package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
  @TempDir private Path checkout;
  private Session session;

  @BeforeEach
  void checkout() throws IOException {
    session = new Session(checkout);
  }

  @Test
  void printsPartsMemoryAndCostOfTheDefaultBlueprint() {
    Session.Result result = session.run("check");

    assertThat(result.code()).isZero();
    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .contains("harena-production: no fault in " + session.blueprint())
        .contains("t4g.small, spot, resolve:ssm:")
        .contains("of 1913 MiB")
        .containsPattern("on schedule +at least 9.14")
        .containsPattern("round the clock +at least 15.54")
        .doesNotContain("\u001b");
  }

  @Test
  void printsEveryFaultAtOnceWithItsPlace() throws IOException {
    session.change("size: 40 GiB", "size: forty");
    session.change("purchase: spot", "purchase: rented");

    Session.Result result = session.run("check", session.blueprint().toString());

    assertThat(result.code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    assertThat(result.out().lines())
        .hasSize(2)
        .allMatch(line -> line.matches(".*/stacks/harena\\.yaml:\\d+:\\d+: .*allowed: .*"));
    assertThat(result.err()).isEmpty();
  }

  @Test
  void printsFaultsAsJson() throws IOException {
    session.change("size: 40 GiB", "size: forty");

    Session.Result result = session.run("check", "--json");

    assertThat(result.code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    JsonNode fault = new ObjectMapper().readTree(result.out()).path("faults").path(0);
    assertThat(fault.path("key").asText()).isEqualTo("disk.size");
    assertThat(fault.path("line").asInt()).isPositive();
    assertThat(fault.path("column").asInt()).isPositive();
  }

  @Test
  void printsTheReportAsJson() throws IOException {
    JsonNode report = new ObjectMapper().readTree(session.run("check", "--json").out());

    assertThat(report.path("faults")).isEmpty();
    assertThat(report.path("deployment").asText()).isEqualTo("harena-production");
    assertThat(report.path("memory").path("usableMebibytes").asInt()).isEqualTo(1913);
    assertThat(report.path("cost").path("total").path("onSchedule").decimalValue())
        .isEqualByComparingTo("9.14");
  }

  @Test
  void reportsPlaceholdersWithoutFailing() throws IOException {
    session.change(
        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64",
        "placeholder:ami");

    Session.Result result = session.run("check");

    assertThat(result.code()).isZero();
    assertThat(result.out()).containsPattern("stacks/harena\\.yaml:\\d+:\\d+: machine\\.image");
  }

  @Test
  void refusesASmallerDiskAndAnotherZoneThanTheReviewedTemplate() throws IOException {
    Files.writeString(
        checkout.resolve("stacks/harena.template.json"),
        """
        {"Resources": {"DataVolume": {"Type": "AWS::EC2::Volume",
          "Properties": {"Size": 50, "AvailabilityZone": "eu-west-1b"}}}}
        """);

    Session.Result result = session.run("check");

    assertThat(result.code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    assertThat(result.out()).contains("disk.size is smaller").contains("zone is not the zone");
  }

  @Test
  void namesAReviewedTemplateThatIsJunk() throws IOException {
    Files.writeString(checkout.resolve("stacks/harena.template.json"), "junk");

    Session.Result result = session.run("check");

    assertThat(result.code()).isEqualTo(ExitCode.FILE_UNREADABLE.code());
    assertThat(result.err()).contains("harena.template.json:1:").contains("not JSON");
  }

  @Test
  void namesABlueprintThatIsNotThere() {
    Session.Result result = session.run("check", "nowhere.yaml");

    assertThat(result.code()).isNotZero();
    assertThat(result.out() + result.err()).contains("nowhere.yaml").doesNotContain("\tat ");
  }
}
