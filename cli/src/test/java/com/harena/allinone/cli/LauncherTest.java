package com.harena.allinone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a checkout of its own, with stand-ins for Java, Maven, Node.js and npm. */
class LauncherTest {
  @TempDir private Path folder;
  private LauncherCheckout checkout;

  @BeforeEach
  void checkout() throws IOException {
    checkout = new LauncherCheckout(folder);
  }

  @Test
  void namesEachMissingPrerequisiteAndHowToGetIt() throws IOException {
    assertThat(checkout.start()).returns(10, LauncherCheckout.Outcome::code);
    assertThat(checkout.start().err()).contains("a JDK (17 or newer) is missing", "openjdk-17-jdk");
    checkout.standIn("java", "echo 'openjdk version \"11.0.2\"' >&2").standIn("javac", "");
    assertThat(checkout.start().err()).contains("11.0.2");
    checkout.standInForJava();
    assertThat(checkout.start().err()).contains("Maven", "apt-get install maven");
    checkout.standInForMaven("");
    assertThat(checkout.start().err()).contains("Node.js (18 or newer) is missing");
    checkout.standIn("node", "echo v16.1.0");
    assertThat(checkout.start().err()).contains("this is v16.1.0");
    checkout.standIn("node", "echo v20.1.0");
    assertThat(checkout.start().err()).contains("npm is missing");
    assertThat(checkout.start().code()).isEqualTo(ExitCode.PREREQUISITE_MISSING.code());
  }

  @Test
  void buildsOnceAndThenOnlyWhatIsStale() throws IOException {
    checkout.standInForAll();

    assertThat(checkout.start("check").out()).contains("-jar").endsWith("allinone.jar check\n");
    assertThat(checkout.calls()).containsExactly("npm ci", "mvn -pl cli -o");
    checkout.start("check");
    assertThat(checkout.calls()).isEmpty();

    checkout.write("cli/src/main/java/New.java");
    checkout.start("check");
    assertThat(checkout.calls()).containsExactly("mvn -pl cli -o");
    checkout.delete("cli/src/main/java/New.java");
    checkout.start("check");
    assertThat(checkout.calls()).containsExactly("mvn -pl cli -o");
    checkout.write("pom.xml");
    checkout.start("check");
    assertThat(checkout.calls()).containsExactly("mvn -pl cli -o");

    checkout.write("constructs/src/main/java/New.java");
    checkout.start("check");
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void buildsTheAppWithoutTheCommandLineWhenOnlyTheAppIsStale() throws IOException {
    checkout.standInForAll();

    checkout.start("synth");
    assertThat(checkout.calls()).containsExactly("npm ci", "mvn -pl stacks/cdk -o");
    checkout.write("constructs/src/main/java/New.java");
    assertThat(checkout.start("app").out()).contains("com.harena.allinone.stack.Main");
    assertThat(checkout.calls()).containsExactly("mvn -Dmaven.shade.skip -pl stacks/cdk -o");
    checkout.start("deploy");
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void buildsTheLocalAwsOnlyForWhatUsesIt() throws IOException {
    checkout.standInForAll();
    checkout.start("check");
    assertThat(checkout.calls()).containsExactly("npm ci", "mvn -pl cli -o");

    assertThat(checkout.start("local", "up").out()).endsWith("allinone.jar local up\n");
    assertThat(checkout.calls()).containsExactly("mvn -Dmaven.shade.skip -pl cli,emulator -o");
    checkout.write("emulator/src/main/java/New.java");
    checkout.start("local", "down");
    checkout.start("local", "status");
    assertThat(checkout.calls()).isEmpty();
    checkout.start("local", "types");
    assertThat(checkout.calls()).containsExactly("mvn -Dmaven.shade.skip -pl cli,emulator -o");
  }

  @Test
  void buildsTheAppAndTheLocalAwsInOneGoForADeployToIt() throws IOException {
    checkout.standInForAll();

    checkout.start("deploy", "--yes", "--local");
    assertThat(checkout.calls()).containsExactly("npm ci", "mvn -pl stacks/cdk,emulator -o");
    checkout.start("deploy", "--local");
    checkout.start("local", "up");
    checkout.start("deploy");
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void installsThePackagesAgainWhenTheLockIsNewer() throws IOException {
    checkout.standInForAll();
    checkout.start("packages");
    assertThat(checkout.calls()).containsExactly("npm ci");

    checkout.write("package-lock.json");
    checkout.start("packages");
    assertThat(checkout.calls()).containsExactly("npm ci");
    checkout.start("packages");
    assertThat(checkout.calls()).isEmpty();
  }

  @Test
  void startsFromAnyFolderAndThroughSymbolicLinks() throws IOException {
    checkout.standInForAll();
    Path first = Files.createSymbolicLink(folder.resolve("first"), checkout.launcher());
    Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

    assertThat(checkout.run(Path.of("/"), second, "check").out())
        .contains("-Dallinone.checkout=" + checkout.home());
    assertThat(first).isSymbolicLink();
  }

  @Test
  void showsABuildErrorInFull() throws IOException {
    checkout.standInForAll().standInForMaven("echo '[ERROR] first line'; echo 'last line'; exit 1");

    LauncherCheckout.Outcome outcome = checkout.start("check");

    assertThat(outcome.code()).isEqualTo(ExitCode.BUILD_FAILED.code());
    assertThat(outcome.err()).contains("[ERROR] first line\nlast line\n");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void downloadsOnlyWhatTheOfflineBuildMisses() throws IOException {
    checkout
        .standInForAll()
        .standInForMaven("case \"$*\" in *' -o '*) echo 'has not been downloaded'; exit 1 ;; esac");

    assertThat(checkout.start("check").code()).isZero();
    assertThat(checkout.calls()).containsExactly("npm ci", "mvn -pl cli -o", "mvn -pl cli");
  }

  @Test
  void saysWhyThePackagesAreMissing() throws IOException {
    checkout.standInForAll().standIn("npm", "echo 'the reason'; exit 1");

    LauncherCheckout.Outcome outcome = checkout.start("check");

    assertThat(outcome.code()).isEqualTo(ExitCode.PACKAGES_FAILED.code());
    assertThat(outcome.err()).contains("the reason");
  }

  @Test
  void concurrentStartsBuildOnce() throws Exception {
    checkout.standInForAll();

    List<LauncherCheckout.Running> running =
        List.of(checkout.begin("check"), checkout.begin("check"), checkout.begin("check"));

    for (LauncherCheckout.Running each : running) {
      assertThat(each.outcome().code()).isZero();
    }
    assertThat(checkout.calls()).containsExactly("npm ci", "mvn -pl cli -o");
  }
}
