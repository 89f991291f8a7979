package com.harena.allinone.bundle;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.testing.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/**
 * A machine for the shell scripts: a root folder of its own, over this machine's {@code /usr}, in
 * which AWS, dnf, systemctl and Java are stand-ins. The scripts run there as they are, at their
 * real paths.
 *
 * <p>Needs a mount namespace and chroot, so root or user namespaces.
 */
final class StandInHost {
  private static final Map<String, String> STAND_INS =
      Map.of(
          "aws",
          """
          echo "aws $1 $2" >> /world/log
          if [[ -e /world/refusal ]]; then
            cat /world/refusal >&2
            exit 254
          fi
          case "$1 $2" in
            "ssm get-parameter") cat /world/parameter ;;
            "s3 cp") cp "/world/s3/${4#s3://}" "$5" ;;
          esac
          """,
          "dnf",
          "echo dnf \"$@\" >> /world/log; [[ ! -e /world/no-packages ]] && touch"
              + " /world/installed\n",
          "rpm",
          "[[ -e /world/installed ]]\n",
          "sleep",
          "echo sleep >> /world/log\n",
          "systemctl",
          "echo systemctl \"$@\" >> /world/log\n",
          // The jar of a test is a line of shell that says how the boot of that bundle ends.
          "java",
          """
          for last; do :; done
          echo "java begins for $last" >> /world/log
          . ./allinone.jar
          """);

  private final Path root;
  private final Path world;
  private final Blueprint blueprint;

  private StandInHost(Path root, Blueprint blueprint) {
    this.root = root;
    this.world = root.resolve("world");
    this.blueprint = blueprint;
  }

  /** A machine on which the blueprint's user data has run. */
  static StandInHost booted(Path root, Blueprint blueprint) throws IOException {
    for (String folder :
        List.of("dev", "etc/systemd/system", "local", "opt", "proc", "tmp", "usr", "world/s3")) {
      Files.createDirectories(root.resolve(folder));
    }
    for (String folder : List.of("bin", "lib", "lib64", "sbin")) {
      Files.createSymbolicLink(root.resolve(folder), Path.of("usr", folder));
    }
    Files.createDirectories(root.resolve("local/sbin"));
    for (Map.Entry<String, String> program : STAND_INS.entrySet()) {
      Files.setPosixFilePermissions(
          Files.writeString(
              root.resolve("local/sbin").resolve(program.getKey()),
              "#!/bin/bash\n" + program.getValue()),
          PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    StandInHost host = new StandInHost(root, blueprint);
    Files.writeString(
        root.resolve("user-data"),
        UserData.of(blueprint).text().replace(UserData.VOLUME_REFERENCE, "vol-0123456789abcdef0"));
    Program.Result result = host.run("bash /user-data");
    if (result.status() != 0) {
      throw new IllegalStateException(result.output());
    }
    return host;
  }

  /** Names a bundle in Parameter Store and puts it into the bucket; its boot is this shell line. */
  String deploy(String boot) throws IOException {
    HostBundle bundle =
        HostBundle.of(blueprint, Files.writeString(root.resolve("boot.jar"), boot + "\n"));
    bundle.writeTo(object(bundle.sha256()));
    Files.writeString(
        world.resolve("parameter"),
        """
        {"bucket": "backups", "key": "bundles/%s/bundle.zip", "sha256": "%s"}
        """
            .formatted(bundle.sha256(), bundle.sha256()));
    return bundle.sha256();
  }

  /** Where the bundle of that hash lies in the bucket. */
  Path object(String sha256) throws IOException {
    return Files.createDirectories(world.resolve("s3/backups/bundles").resolve(sha256))
        .resolve("bundle.zip");
  }

  /** From now on every call to AWS ends with these words; without, AWS answers again. */
  void awsSays(String... words) throws IOException {
    Files.deleteIfExists(world.resolve("refusal"));
    if (words.length > 0) {
      Files.writeString(world.resolve("refusal"), String.join("\n", words) + "\n");
    }
  }

  /** A path of that machine. */
  Path path(String path) {
    return root.resolve(path.substring(1));
  }

  /** What the stand-ins were asked since the last call. */
  List<String> newCalls() throws IOException {
    Path log = world.resolve("log");
    if (!Files.exists(log)) {
      return List.of();
    }
    List<String> calls = Files.readAllLines(log);
    Files.delete(log);
    return calls;
  }

  /** Runs a shell command on that machine. */
  Program.Result run(String command) {
    return Program.named("unshare")
        .run(
            "--user",
            "--map-root-user",
            "--mount",
            "bash",
            "-euc",
            """
            mount --rbind /usr "$0/usr"
            mount --bind "$0/local" "$0/usr/local"
            mount --rbind /dev "$0/dev"
            mount --rbind /proc "$0/proc"
            exec env -i PATH=/usr/local/sbin:/usr/sbin:/usr/bin chroot "$0" bash -c "$1"
            """,
            root.toString(),
            command);
  }

  /** Runs what the unit runs, with or without the hash that a caller expects. */
  Program.Result start(String... sha256) {
    return run("exec /usr/local/sbin/allinone-start " + String.join(" ", sha256));
  }
}
