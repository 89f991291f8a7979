package com.harena.allinone.emulator.machine;

import com.harena.allinone.digest.Sha256;
import com.harena.allinone.host.HostBoot;
import com.harena.allinone.host.boot.HostPorts;
import com.harena.allinone.host.cloud.Metadata;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.release.BundleReference;
import com.harena.allinone.host.state.BootState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * What {@code allinone-start} does on the machine, step by step: fetches and checks the bundle that
 * the parameter names, boots with it, and lets the last good one serve when it fails. The bundle's
 * jar stays packed: the host code that runs is this process's own.
 */
final class StartScript {
  private static final Path HOME = Path.of("/opt/allinone");
  private static final Path BUNDLES = HOME.resolve("bundles");
  private static final Path FAILED = HOME.resolve("failed");
  private static final Path GOOD = HOME.resolve("good");
  private static final int SIGNALS = 127;

  private final HostPorts ports;
  private final HostFiles files;
  private final Metadata metadata;

  StartScript(HostPorts ports, Metadata metadata) {
    this.ports = ports;
    this.files = ports.machine().files();
    this.metadata = metadata;
  }

  /** Runs once, for the bundle that is asked for or, without one, for the one that is named. */
  int run(Optional<String> asked) {
    BundleReference named = named();
    if (asked.isPresent() && !asked.get().equals(named.sha256())) {
      say("bundle %s was asked for, %s is named".formatted(asked.get(), named.sha256()));
      return 1;
    }
    fetch(named);
    String sha256 = named.sha256();
    Optional<String> good = files.read(GOOD).map(String::strip);
    int status = 1;
    if (good.isEmpty() || !files.exists(FAILED.resolve(sha256))) {
      status = boot(sha256);
      if (status == HostBoot.TRY_AGAIN || status > SIGNALS) {
        return status;
      }
    }
    if (status == 0) {
      files.delete(FAILED.resolve(sha256));
      files.write(GOOD, sha256 + "\n", FileMode.PLAIN);
      return 0;
    }
    if (good.isEmpty() || good.get().equals(sha256)) {
      return status;
    }
    files.write(FAILED.resolve(sha256), files.read(BootState.FILE).orElse(""), FileMode.PLAIN);
    say("bundle %s failed: the last good one, %s, serves".formatted(sha256, good.get()));
    int fallback = boot(good.get());
    return fallback == 0 && asked.isPresent() ? 1 : fallback;
  }

  private BundleReference named() {
    String name =
        UserData.variable(files, "PARAMETER_PATH").orElseThrow(IllegalStateException::new)
            + "/bundle";
    return ports
        .cloud()
        .parameters()
        .find(name)
        .map(BundleReference::parse)
        .orElseThrow(() -> new IllegalStateException("there is no parameter " + name));
  }

  private int boot(String sha256) {
    say("starting bundle " + sha256);
    return new HostBoot(BUNDLES.resolve(sha256), ports, metadata).run();
  }

  private void fetch(BundleReference named) {
    Path folder = BUNDLES.resolve(named.sha256());
    if (files.exists(folder)) {
      return;
    }
    Path zip = files.real(HOME.resolve("new.zip"));
    if (!ports.cloud().releases().fetch(named.bucket(), named.key(), zip)) {
      throw new IllegalStateException(
          "there is no s3://%s/%s, or this instance may not read it"
              .formatted(named.bucket(), named.key()));
    }
    try {
      String found = Sha256.of(zip);
      if (!found.equals(named.sha256())) {
        throw new IllegalStateException(
            "the bundle has the SHA-256 %s, not %s".formatted(found, named.sha256()));
      }
      Path fresh = files.real(HOME.resolve("new-" + named.sha256()));
      unpack(zip, fresh);
      Files.createDirectories(files.real(BUNDLES));
      Files.move(fresh, files.real(folder));
      Files.delete(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack the bundle: " + e.getMessage(), e);
    }
  }

  private static void unpack(Path zip, Path folder) throws IOException {
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path target = folder.resolve(entry.getName()).normalize();
        if (entry.isDirectory() || entry.getName().endsWith(".jar")) {
          continue;
        }
        if (!target.startsWith(folder)) {
          throw new IOException("an entry leaves the folder: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        Files.copy(entries, target);
      }
    }
  }

  private void say(String words) {
    ports.machine().journal().say("allinone-start: " + words);
  }
}
