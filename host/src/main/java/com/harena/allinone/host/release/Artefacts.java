package com.harena.allinone.host.release;

import com.harena.allinone.artefact.Artefact;
import com.harena.allinone.artefact.Download;
import com.harena.allinone.blueprint.Architecture;
import com.harena.allinone.host.cloud.CloudFailure;
import com.harena.allinone.host.file.FileMode;
import com.harena.allinone.host.file.HostFiles;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.web.Downloads;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the distribution lacks: fetched once, from the release prefix when it is mirrored there,
 * else from its maker; kept on the data volume, so that a new root disk contacts nobody. Nothing is
 * kept or installed whose SHA-256 is not the declared one.
 */
public final class Artefacts {
  private static final Path KEPT = Path.of("/data/artefacts");

  private final HostFiles files;
  private final ReleaseBucket bucket;
  private final Downloads downloads;
  private final Journal journal;

  /** Fetches from the bucket or the web, installs on this machine. */
  public Artefacts(HostFiles files, ReleaseBucket bucket, Downloads downloads, Journal journal) {
    this.files = files;
    this.bucket = bucket;
    this.downloads = downloads;
    this.journal = journal;
  }

  /** The architecture of the machine that runs this. */
  public static Architecture ofThisMachine() {
    return System.getProperty("os.arch").equals("aarch64")
        ? Architecture.ARM64
        : Architecture.X86_64;
  }

  /** Installs the artefact unless it is there already, byte for byte. */
  public void install(Artefact artefact, Architecture architecture) {
    Download wanted = artefact.downloads().get(architecture);
    Path target = Path.of(artefact.path());
    if (is(target, wanted)) {
      return;
    }
    String name = artefact.fileName(architecture);
    Path kept = KEPT.resolve(name);
    if (!is(kept, wanted)) {
      Path fresh = KEPT.resolve(name + ".new");
      files.folder(KEPT);
      fetch(name, wanted, fresh);
      files.copy(fresh, kept, FileMode.PROGRAM);
      files.delete(fresh);
    }
    files.copy(kept, target, FileMode.PROGRAM);
    journal.say("artefacts: installed %s %s".formatted(artefact.name(), artefact.version()));
  }

  private void fetch(String name, Download wanted, Path fresh) {
    if (mirrored(name, fresh)) {
      if (is(fresh, wanted)) {
        return;
      }
      journal.say(
          "artefacts: %s does not have the SHA-256 %s: fetching from its maker"
              .formatted(bucket.address(name), wanted.sha256()));
    }
    downloads.fetch(URI.create(wanted.url()), files.real(fresh));
    if (!is(fresh, wanted)) {
      String found = files.sha256(fresh).orElse("none");
      files.delete(fresh);
      throw new IllegalStateException(
          "%s has the SHA-256 %s, declared is %s: nothing was installed"
              .formatted(wanted.url(), found, wanted.sha256()));
    }
  }

  private boolean mirrored(String name, Path fresh) {
    try {
      return bucket.fetch(name, files.real(fresh));
    } catch (CloudFailure e) {
      journal.say("artefacts: %s; fetching from its maker".formatted(e.getMessage()));
      return false;
    }
  }

  private boolean is(Path file, Download wanted) {
    return files.sha256(file).equals(Optional.of(wanted.sha256()));
  }
}
