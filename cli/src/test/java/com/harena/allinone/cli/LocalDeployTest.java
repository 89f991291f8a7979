package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalDeployTest {
  /** Notes its words and what it sees of AWS, and leaves an assembly of one stack. */
  private static final String CDK =
      """
      shift
      echo "$@" >> words
      env | grep -E '^(AWS_|HOME=)' | sort > "seen-$1"
      mkdir -p cdk.out
      echo '{"artifacts": {"app": {"type": "aws:cloudformation:stack",
        "properties": {"templateFile": "app.template.json"}}}}' > cdk.out/manifest.json
      echo '{"Resources": {}}' > cdk.out/app.template.json
      """;

  @TempDir private Path checkout;
  private Session session;
  private LocalFront front;

  @BeforeEach
  void checkout() throws IOException {
    session = new Session(checkout);
    session.cdk(CDK);
    front = new LocalFront(checkout);
  }

  @AfterEach
  void close() {
    front.close();
  }

  @Test
  void bootstrapsDeploysAsksForEveryResourceAndEndsWithADiff() throws IOException {
    front.resource("Data", "AWS::EC2::Volume", true);
    front.resource("Site", "AWS::S3::Bucket", true);
    front.resource("Backups", "AWS::S3::Bucket", true);

    Session.Result result = session.run("deploy", "--local", "--verbose");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(words())
        .containsExactly(
            "bootstrap aws://123456789012/eu-west-1",
            "deploy --verbose --require-approval never",
            "diff --fail --app " + checkout.resolve("cdk.out"));
    assertThat(result.out().lines().map(line -> line.replaceAll("  +", " ").strip()))
        .anyMatch(line -> line.startsWith("check "))
        .anyMatch(line -> line.startsWith("local AWS ") && line.endsWith("until local down"))
        .anyMatch(line -> line.startsWith("deploy ") && line.endsWith("app: CREATE_COMPLETE"))
        .anyMatch(line -> line.endsWith("3 resources, each asked of its service"))
        .contains("AWS::EC2::Volume 1 data-1", "AWS::S3::Bucket 2 site-1, …")
        .anyMatch(line -> line.startsWith("diff "))
        .anyMatch(line -> line.startsWith("total "));
  }

  @Test
  void showsTheCdkNothingOfTheOperatorsOwnAws() throws IOException {
    front.resource("Data", "AWS::EC2::Volume", true);

    session.run("deploy", "--local");

    for (String command : List.of("bootstrap", "deploy", "diff")) {
      assertThat(Files.readAllLines(checkout.resolve("seen-" + command)))
          .extracting(line -> line.split("=", 2)[0])
          .containsExactly(
              "AWS_ACCESS_KEY_ID",
              "AWS_ACCOUNT_ID",
              "AWS_ENDPOINT_URL",
              "AWS_REGION",
              "AWS_SECRET_ACCESS_KEY",
              "AWS_SESSION_TOKEN",
              "HOME");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cloudformation.eu-west-1.amazonaws.com",
        "http://localhost.example.org:1",
        "http://localhost@example.org:1",
        "http://10.0.0.1:1",
        "http://localhost:1",
        "::",
      })
  void refusesEveryEndpointButItsOwnOnLoopback(String endpoint) {
    front.variable("AWS_ENDPOINT_URL", endpoint);

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(result.err()).contains("AWS_ENDPOINT_URL of the local AWS is " + endpoint);
    assertThat(checkout.resolve("words")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "AWS_SECRET_ACCESS_KEY, '', names no AWS_SECRET_ACCESS_KEY",
    "HOME, '', names no HOME",
    "AWS_REGION, us-east-1, has region us-east-1",
  })
  void refusesAnEnvironmentThatLeavesSomethingToTheShell(String name, String value, String words) {
    front.variable(name, value);

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(result.err()).contains(words, "local down");
    assertThat(checkout.resolve("words")).doesNotExist();
  }

  @Test
  void refusesPlaceholdersAsADeployToAwsDoes() throws IOException {
    session.change(
        "@sha256:efedf3595f1d6f415c08568ba171029bf54052e754cc9f030e3f2412b21f3d67",
        "@placeholder:postgres");

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.DEPLOY_REFUSED.code());
    assertThat(result.err()).contains("placeholder", "nothing was deployed");
    assertThat(checkout.resolve("words")).doesNotExist();
  }

  @Test
  void doesNotCallAResourceMadeThatNoServiceKnows() throws IOException {
    front.resource("Data", "AWS::EC2::Volume", true);
    front.resource("Site", "AWS::S3::Bucket", false);

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.LOCAL_INCOMPLETE.code());
    assertThat(result.err())
        .contains("app is said to be complete, but no service knows Site (AWS::S3::Bucket)");
    assertThat(result.out()).doesNotContain("exists", "AWS::EC2::Volume");
    assertThat(words()).hasSize(2);
  }

  @Test
  void doesNotCallAStackWithoutResourcesMade() {
    assertThat(session.run("deploy", "--local").code()).isEqualTo(ExitCode.LOCAL_INCOMPLETE.code());
  }

  @Test
  void saysThatMotoEndedInMidDeploy() throws IOException {
    session.cdk(
        "[ \"$2\" != deploy ] || { touch moto-ended; echo 'the last words of the CDK'; exit 1; }");
    front.motoEndsOnce(checkout.resolve("moto-ended"));

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(result.err())
        .contains("the last words of the CDK")
        .contains("cdk deploy ended with 1: moto has ended with status 137")
        .contains("local down");
    assertThat(result.out()).doesNotContain("deploy ", "exists");
    assertThat(session.run("local", "status").code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
  }

  @Test
  void deploysNothingToALocalAwsWhoseMotoEndedBefore() throws IOException {
    front.motoEndsOnce(Files.createFile(checkout.resolve("moto-ended")));

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(result.err()).contains("moto has ended with status 137", "local down");
    assertThat(checkout.resolve("words")).doesNotExist();
  }

  @Test
  void endsTheCdkWhenTheLocalAwsIsKilledInMidDeploy() throws IOException {
    session.cdk("[ \"$2\" != deploy ] || { kill -9 %d; exec sleep 600; }".formatted(front.pid()));

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.LOCAL_FAILED.code());
    assertThat(result.err())
        .contains("process %d of the local AWS has ended meanwhile".formatted(front.pid()))
        .contains("everything that it held is gone", "begins empty");
    assertThat(result.out()).doesNotContain("deploy ", "exists");
    assertThat(session.run("local", "status").code()).isEqualTo(ExitCode.LOCAL_NOT_RUNNING.code());
  }

  @Test
  void showsWhatTheDiffFoundAndDoesNotCallItDone() throws IOException {
    session.cdk(CDK + "[ \"$1\" != diff ] || { echo '[~] AWS::S3::Bucket Site'; exit 1; }");
    front.resource("Site", "AWS::S3::Bucket", true);

    Session.Result result = session.run("deploy", "--local");

    assertThat(result.code()).isEqualTo(ExitCode.CDK_FAILED.code());
    assertThat(result.err()).contains("[~] AWS::S3::Bucket Site", "cdk diff ended with 1");
    assertThat(result.out()).doesNotContain("diff ", "total");
  }

  @Test
  void printsTheSameAsJson() throws IOException {
    front.resource("Data", "AWS::EC2::Volume", true);

    JsonNode json = new ObjectMapper().readTree(session.run("deploy", "--local", "--json").out());

    assertThat(json.path("steps")).hasSize(6);
    assertThat(json.at("/resources/0/physicalId").asText()).isEqualTo("data-1");
  }

  private List<String> words() throws IOException {
    return Files.readAllLines(checkout.resolve("words"));
  }
}
