package com.harena.allinone.host.remote;

import com.harena.allinone.blueprint.ArchiveName;
import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.digest.Sha256;
import com.harena.allinone.host.cloud.ReleaseUploads;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.host.release.BundleReference;
import com.harena.allinone.machine.ParameterNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Brings an operator's image archive to {@code releases/SHA-256/NAME} of the deployment's bucket.
 * The name says what the bytes are, so what is there already is not uploaded again.
 */
public final class ArchiveUpload {
  private final Blueprint blueprint;
  private final OperatorCloud cloud;
  private final Journal journal;

  /** To the bucket of the blueprint's deployment. */
  public ArchiveUpload(Blueprint blueprint, OperatorCloud cloud, Journal journal) {
    this.blueprint = blueprint;
    this.cloud = cloud;
    this.journal = journal;
  }

  /**
   * Uploads the file.
   *
   * @return where it is in the bucket
   * @throws IllegalArgumentException if S3 or the shell would not take its name or size
   * @throws NotDeployed if the deployment names no bucket
   */
  public ReleasedArchive upload(Path file) {
    ArchiveName name = new ArchiveName(file.getFileName().toString());
    ReleasedArchive archive = new ReleasedArchive(hash(file) + "/" + name);
    String bucket = bucket();
    String address = "s3://%s/releases/%s".formatted(bucket, archive.name());
    journal.say("uploading " + address);
    boolean fresh = cloud.uploads().putIfAbsent(bucket, "releases/" + archive.name(), file);
    journal.say(fresh ? "uploaded" : "it is there already");
    return archive;
  }

  /**
   * The bucket of the deployment.
   *
   * @throws NotDeployed if the deployment names none
   */
  public String bucket() {
    String parameter = new ParameterNames(blueprint.parameterPath()).bundle();
    return cloud
        .parameters()
        .find(parameter)
        .map(BundleReference::parse)
        .map(BundleReference::bucket)
        .orElseThrow(
            () ->
                new NotDeployed(
                    "there is no parameter %s in %s: %s is not deployed there; see the blueprint's region, and AWS_PROFILE"
                        .formatted(parameter, blueprint.region(), blueprint.deployment())));
  }

  private static String hash(Path file) {
    try {
      if (!Files.isRegularFile(file)) {
        throw new NoSuchFileException(file.toString());
      }
      long bytes = Files.size(file);
      if (bytes > ReleaseUploads.LIMIT_BYTES) {
        throw new IllegalArgumentException(
            "archive %s has %d bytes: S3 takes %d in one request; release from a registry"
                .formatted(file, bytes, ReleaseUploads.LIMIT_BYTES));
      }
      return Sha256.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
