package com.harena.allinone.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.harena.allinone.blueprint.BlueprintLoader;
import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** allinone-start, as the user data installs it, with the real bundle. */
class StartIT {
  @TempDir private Path root;
  private StandInHost host;

  @BeforeEach
  void boot() throws IOException {
    Program.Result namespace =
        Program.named("unshare").run("--user", "--map-root-user", "--mount", "true");
    if (namespace.status() != 0) {
      Program.missing("unshare", "no mount namespace can be made: " + namespace.output().strip());
    }
    host = StandInHost.booted(root, BlueprintLoader.load(UserDataTest.BLUEPRINT));
  }

  @Test
  void theUserDataStartsOneUnit() throws IOException {
    assertThat(host.newCalls())
        .containsExactly(
            "systemctl daemon-reload",
            "systemctl enable allinone.service",
            "systemctl start --no-block allinone.service");
    assertThat(host.path("/etc/systemd/system/allinone.service"))
        .hasContent(Resource.text("allinone.service"));
    assertThat(host.path("/etc/allinone/machine.env"))
        .content()
        .contains("\nDATA_VOLUME=vol-0123456789abcdef0\n");
  }

  @Test
  void theFirstRunInstallsFetchesAndStarts() throws IOException {
    String sha256 = host.deploy("exit 0");
    host.newCalls();

    assertThat(host.start().status()).isZero();

    assertThat(host.newCalls())
        .containsExactly(
            "aws ssm get-parameter",
            "aws s3 cp",
            "dnf install --assumeyes --quiet java-17-amazon-corretto-headless docker"
                + " amazon-cloudwatch-agent",
            "java begins for /opt/allinone/bundles/" + sha256);
    assertThat(host.path("/opt/allinone/current")).isSymbolicLink();
    assertThat(host.path("/opt/allinone/current/host.json")).isRegularFile();
    assertThat(host.path("/opt/allinone/good")).hasContent(sha256);
  }

  @Test
  void javaIsNotStartedWithoutThePackages() throws IOException {
    host.deploy("exit 0");
    Files.createFile(host.path("/world/no-packages"));
    host.newCalls();

    assertThat(host.start().status()).isNotZero();
    List<String> calls = host.newCalls();
    assertThat(calls).filteredOn(call -> call.startsWith("dnf")).hasSize(5);
    assertThat(calls).noneMatch(call -> call.startsWith("java"));

    Files.delete(host.path("/world/no-packages"));
    assertThat(host.start().status()).isZero();
  }

  @Test
  void theSecondRunFetchesAndInstallsNothing() throws IOException {
    String sha256 = host.deploy("exit 0");
    host.start();
    host.newCalls();

    assertThat(host.start(sha256).status()).isZero();

    assertThat(host.newCalls())
        .containsExactly(
            "aws ssm get-parameter", "java begins for /opt/allinone/bundles/" + sha256);
  }

  @Test
  void aBundleWithOtherBytesIsRefusedAndFetchedAgain() throws IOException {
    String other = host.deploy("exit 0 # other");
    String sha256 = host.deploy("exit 0");
    byte[] right = Files.readAllBytes(host.object(sha256));
    Files.write(host.object(sha256), Files.readAllBytes(host.object(other)));
    host.newCalls();

    assertThat(host.start().status()).isNotZero();
    assertThat(host.path("/opt/allinone/bundles")).isEmptyDirectory();
    assertThat(host.newCalls()).noneMatch(call -> call.startsWith("java"));

    Files.write(host.object(sha256), right);
    assertThat(host.start().status()).isZero();
  }

  @Test
  void aFailedDownloadIsTriedAgain() throws IOException {
    String sha256 = host.deploy("exit 0");
    Path away = Files.move(host.object(sha256), root.resolve("away"));

    assertThat(host.start().status()).isNotZero();

    Files.move(away, host.object(sha256));
    assertThat(host.start().status()).isZero();
  }

  @Test
  void whatAPowerCutLeftIsReplaced() throws IOException {
    String sha256 = host.deploy("exit 0");
    Files.createDirectories(host.path("/opt/allinone/new/units"));
    Files.writeString(host.path("/opt/allinone/new/units/older.service"), "of another bundle");
    Files.writeString(host.path("/opt/allinone/new.zip"), "half");

    assertThat(host.start().status()).isZero();
    assertThat(host.path("/opt/allinone/bundles/" + sha256 + "/units"))
        .isNotEmptyDirectory()
        .isDirectoryNotContaining("glob:**older.service");
  }

  @Test
  void aFailedBundleIsRememberedAndTheLastGoodOneServes() throws IOException {
    String good = host.deploy("exit 0");
    host.start();
    String bad = host.deploy("exit 1");
    host.newCalls();

    Program.Result first = host.start();
    assertThat(first.status()).isZero();
    assertThat(first.output()).contains("bundle " + bad + " failed", good + ", serves");
    assertThat(host.newCalls())
        .containsSubsequence(
            "java begins for /opt/allinone/bundles/" + bad,
            "java begins for /opt/allinone/bundles/" + good);

    Program.Result second = host.start();
    assertThat(second.output()).contains("bundle " + bad + " failed");
    assertThat(host.newCalls())
        .containsExactly("aws ssm get-parameter", "java begins for /opt/allinone/bundles/" + good);
    assertThat(host.path("/opt/allinone/current").toRealPath()).endsWith(Path.of(good));
  }

  @Test
  void aCallerThatNamedAFailedBundleIsTold() throws IOException {
    host.deploy("exit 0");
    host.start();
    String bad = host.deploy("exit 1");

    assertThat(host.start(bad).status()).isEqualTo(1);
    assertThat(host.start(bad).status()).isEqualTo(1);
  }

  @Test
  void aCallerThatNamesAnotherBundleIsRefused() throws IOException {
    String old = host.deploy("exit 0");
    String current = host.deploy("exit 0 # newer");
    host.newCalls();

    Program.Result result = host.start(old);

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).contains(old, current);
    assertThat(host.newCalls()).containsExactly("aws ssm get-parameter");
  }

  @Test
  void aBundleIsNotBlamedForAWaitOrASignal() throws IOException {
    host.deploy("exit 0");
    host.start();
    for (String end : List.of("exit 75", "kill -KILL $$")) {
      host.deploy(end);
      assertThat(host.start().status()).isIn(75, 137);
      assertThat(host.path("/opt/allinone/failed")).isEmptyDirectory();
    }
  }

  @Test
  void theLastGoodBundleIsNotBlamedForABadDay() throws IOException {
    String sha256 = host.deploy("[[ ! -e /world/bad-day ]]");
    host.start();
    Files.createFile(host.path("/world/bad-day"));

    assertThat(host.start().status()).isEqualTo(1);
    assertThat(host.path("/opt/allinone/failed")).isEmptyDirectory();
    assertThat(host.path("/opt/allinone/good")).hasContent(sha256);
  }

  @Test
  void theFirstBundleIsRetriedSinceNothingElseCouldServe() throws IOException {
    String sha256 = host.deploy("exit 1");
    host.start();
    host.newCalls();

    assertThat(host.start().status()).isEqualTo(1);
    assertThat(host.newCalls()).contains("java begins for /opt/allinone/bundles/" + sha256);
  }

  @Test
  void olderBundlesGoOnceAnotherServes() throws IOException {
    String old = host.deploy("exit 0");
    host.start();
    String newer = host.deploy("exit 0 # newer");
    host.start();

    assertThat(host.path("/opt/allinone/bundles/" + old)).doesNotExist();
    assertThat(host.path("/opt/allinone/bundles/" + newer)).isDirectory();
  }

  @Test
  void twoAtOnceRunOneAfterTheOther() throws IOException {
    host.deploy("/usr/bin/sleep 1; echo java ends >> /world/log");
    host.newCalls();

    CompletableFuture<Program.Result> other = CompletableFuture.supplyAsync(host::start);
    assertThat(host.start().status()).isZero();
    assertThat(other.join().status()).isZero();

    List<String> java =
        host.newCalls().stream()
            .filter(call -> call.startsWith("java"))
            .map(call -> call.substring(5, 9))
            .toList();
    assertThat(java).containsExactly("begi", "ends", "begi", "ends");
  }
}
