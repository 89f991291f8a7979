package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.harena.allinone.host.cloud.InstanceState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostReleaseCommandTest {
  private static final String LINE =
      "flock --timeout 1350 /opt/allinone/lock bash /opt/allinone/current/bin/allinone instance"
          + " release ";
  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);
  private static final String CONTENT_SHA256 =
      "ed7002b439e9ac845f22357d822bac1444730fbdb6016d3ec9432297b9ec9f73";
  private static final String RESULT =
      "{\"outcome\":\"released\",\"image\":\"harena/backend:2\",\"gapMilliseconds\":2100}";

  @TempDir private Path folder;

  private final OperatedCloud cloud = new OperatedCloud();
  private Session session;
  private Path archive;

  @BeforeEach
  void start() throws IOException {
    session = new Session(folder);
    archive = Files.writeString(folder.resolve("backend-2.tar.gz"), "content");
    cloud.parameters.put(
        OperatedCloud.PATH + "bundle", "{\"bucket\":\"backups\",\"key\":\"k\",\"sha256\":\"0\"}");
    cloud.prints(0, RESULT, "release: trying it beside the old one\n");
  }

  @Test
  void hasTheInstanceFetchAnImageThatIsPinned() throws IOException {
    Session.Result result = run("host", "release", "harena/backend:2@" + DIGEST, "--json");

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cloud.did).containsExactly(LINE + "harena/backend:2@" + DIGEST + " --json");
    assertThat(result.err()).contains("trying it beside");
    assertThat(new ObjectMapper().readTree(result.out()).path("gapMilliseconds").asInt())
        .isEqualTo(2100);
  }

  @Test
  void uploadsAnArchiveUnderItsHashAndNamesIt() {
    String name = CONTENT_SHA256 + "/backend-2.tar.gz";

    Session.Result result = run("host", "release", archive.toString());

    assertThat(result.code()).as(result.err()).isZero();
    assertThat(cloud.did)
        .containsExactly(
            "put s3://backups/releases/" + name,
            LINE + name + " --sha256 " + CONTENT_SHA256 + " --json");
    assertThat(result.out()).contains("gap milliseconds", "2100");
    assertThat(run("host", "release", archive.toString()).err()).contains("it is there already");
  }

  @Test
  void takesAnArchiveOfTheBucketWhoseHashIsKnown() {
    String hash = "f".repeat(64);
    run("host", "release", "s3://backups/releases/%s/backend.tar".formatted(hash));
    run("host", "release", "s3://backups/releases/backend.tar", "--sha256", hash);

    assertThat(cloud.did)
        .containsExactly(
            LINE + "%1$s/backend.tar --sha256 %1$s --json".formatted(hash),
            LINE + "backend.tar --sha256 %s --json".formatted(hash));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3://backups/releases/backend.tar",
        "s3://others/releases/backend.tar --sha256"
            + " ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
        "s3://backups/bundles/backend.tar",
        "harena/backend:2",
        "harena/backend:2@sha256:12",
        "backend.tgz --to previous",
        "--to elsewhere",
        "--sha256 12 s3://backups/releases/backend.tar",
        ""
      })
  void refusesWordsThatMeanNoOneImage(String words) {
    String[] all = ("host release " + words).strip().split(" ", -1);

    Session.Result result = run(all);

    assertThat(result.code()).as(result.err()).isEqualTo(ExitCode.USAGE.code());
    assertThat(cloud.did).isEmpty();
  }

  @Test
  void saysHowToFindTheDigestOfATag() {
    assertThat(run("host", "release", "harena/backend:2").err())
        .contains("image 'harena/backend:2' has no digest", "docker buildx imagetools inspect");
  }

  @Test
  void namesAFileThatIsNotThere() {
    Session.Result result = run("host", "release", "nowhere.tar");

    assertThat(result.code()).isEqualTo(ExitCode.FILE_UNREADABLE.code());
    assertThat(result.err()).contains("no such file: nowhere.tar");
  }

  @Test
  void goesBack() {
    assertThat(run("host", "release", "--to", "previous").code()).isZero();

    assertThat(cloud.did).containsExactly(LINE + "--to previous --json");
  }

  @Test
  void tellsTheHistoryWithoutWaitingForAnybody() {
    cloud.prints(
        0,
        """
        {"basis":"","current":{"image":"b","name":"harena/backend:2"},"history":[
          {"at":"2026-11-28T10:00:00Z","outcome":"released","image":{"image":"b","name":"harena/backend:2"},
           "gapMilliseconds":2100,"message":"harena/backend:2 serves"}]}\
        """,
        "");

    Session.Result result = run("host", "release", "--history");

    assertThat(cloud.did)
        .containsExactly(
            "bash /opt/allinone/current/bin/allinone instance release --history --json");
    assertThat(result.out())
        .contains("current   harena/backend:2", "previous  none", "released", "gap 2100 ms");
  }

  @Test
  void endsWithTheCodeOfAnUnhealthyBackend() {
    cloud.prints(ExitCode.RELEASE_UNHEALTHY.code(), "", "allinone: not healthy within 180 s\n");

    Session.Result result = run("host", "release", archive.toString());

    assertThat(result.code()).isEqualTo(ExitCode.RELEASE_UNHEALTHY.code());
    assertThat(result.err()).contains("not healthy within 180 s");
  }

  @Test
  void uploadsNothingForAnInstanceThatSleeps() {
    cloud.at("2026-11-28T12:00:00Z").state = InstanceState.STOPPED;

    Session.Result result = run("host", "release", archive.toString());

    assertThat(result.code()).isEqualTo(ExitCode.INSTANCE_ASLEEP.code());
    assertThat(cloud.did).isEmpty();
  }

  private Session.Result run(String... words) {
    return session.run(cloud.access(), words);
  }
}
