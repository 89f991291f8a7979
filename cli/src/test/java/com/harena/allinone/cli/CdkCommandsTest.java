package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CdkCommandsTest {
  private static final String SYNTH =
      """
      echo "$@" > words
      mkdir -p cdk.out
      cat > cdk.out/manifest.json <<'END'
      {"artifacts": {"app": {"type": "aws:cloudformation:stack",
        "properties": {"templateFile": "app.template.json"}}}}
      END
      cat > cdk.out/app.template.json <<'END'
      {"Resources": {"V": {"Type": "AWS::EC2::Volume", "Properties": {"Size": 41}},
        "B": {"Type": "AWS::S3::Bucket"}}}
      END
      """;

  @TempDir private Path checkout;
  private Session session;

  @BeforeEach
  void checkout() throws IOException {
    session = new Session(checkout);
  }

  @Test
  void synthPrintsResourcesCostAndDifferences() throws IOException {
    session.cdk(SYNTH);
    Files.writeString(
        checkout.resolve("stacks/harena.template.json"),
        "{\"Resources\": {\"V\": {\"Type\": \"AWS::EC2::Volume\", \"Properties\": {\"Size\": 40}}}}");

    Session.Result result = session.run("synth", "--verbose");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.out())
        .contains("2 resources")
        .containsPattern("1 +AWS::EC2::Volume +3.52 +data volume")
        .containsPattern("AWS::S3::Bucket +depends on use")
        .contains("~ Resources.V.Properties.Size: 40 -> 41")
        .contains("+ Resources.B: {\"Type\":\"AWS::S3::Bucket\"}");
    assertThat(result.err()).contains("allinone: synthesizing");
    assertThat(Files.readString(checkout.resolve("words")))
        .contains("aws-cdk/bin/cdk synth --verbose --quiet");
  }

  @Test
  void synthRenewsTheReviewedTemplateWhenAsked() throws IOException {
    session.cdk(SYNTH);

    assertThat(session.run("synth").out()).contains("No template was reviewed yet");
    assertThat(session.run("synth", "--renew").code()).isZero();
    assertThat(session.run("synth").out()).contains("Nothing differs from the reviewed template");
  }

  @Test
  void synthPrintsJson() throws IOException {
    session.cdk(SYNTH);
    assertThat(
            new ObjectMapper()
                .readTree(session.run("synth", "--json").out())
                .path("resources")
                .path("AWS::EC2::Volume")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void synthShowsWhatTheCdkSaidWhenItFails() throws IOException {
    session.cdk("echo 'the reason'; exit 1");

    Session.Result result = session.run("synth");

    assertThat(result.code()).isEqualTo(ExitCode.CDK_FAILED.code());
    assertThat(result.err()).contains("the reason").contains("cdk synth ended with 1");
  }

  @Test
  void diffPassesTheWordsAndTheExitCode() throws IOException {
    session.cdk("echo \"$@\" > words; exit 42");

    assertThat(session.run("diff", "--template", "x.json", "-c", "a=b").code()).isEqualTo(42);
    assertThat(Files.readString(checkout.resolve("words")))
        .endsWith("aws-cdk/bin/cdk diff --template x.json -c a=b\n");
  }

  @Test
  void deployRefusesPlaceholders() throws IOException {
    session.fillInPlaceholders();
    session.change(
        "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64",
        "placeholder:ami");
    session.cdk("echo \"$@\" > words");

    Session.Result result = session.run("deploy");

    assertThat(result.code()).isEqualTo(ExitCode.DEPLOY_REFUSED.code());
    assertThat(result.err()).contains("machine.image").contains("nothing was deployed");
    assertThat(checkout.resolve("words")).doesNotExist();
  }

  @Test
  void deployRefusesFaults() throws IOException {
    session.change("size: 40 GiB", "size: forty");
    session.cdk("echo \"$@\" > words");

    assertThat(session.run("deploy").code()).isEqualTo(ExitCode.BLUEPRINT_FAULTY.code());
    assertThat(checkout.resolve("words")).doesNotExist();
  }

  @Test
  void deployPassesTheWordsWithTheBlueprintThatWasChecked() throws IOException {
    session.fillInPlaceholders();
    session.cdk("echo \"$@\" > words; exit 7");

    assertThat(session.run("deploy", "--blueprint", session.blueprint().toString(), "--yes").code())
        .isEqualTo(7);
    assertThat(Files.readString(checkout.resolve("words")))
        .endsWith("cdk deploy --context blueprint=" + session.blueprint() + " --yes\n");
  }
}
