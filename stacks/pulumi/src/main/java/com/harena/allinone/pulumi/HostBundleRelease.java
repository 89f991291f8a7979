package com.harena.allinone.pulumi;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.harena.allinone.bundle.BundleRelease;
import com.harena.allinone.bundle.HostBundle;
import com.pulumi.asset.FileAsset;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.aws.ssm.Parameter;
import com.pulumi.aws.ssm.ParameterArgs;
import com.pulumi.aws.ssm.enums.ParameterType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The host bundle in the backup bucket, under the key that the CDK gives it, and the parameter that
 * names it, written after the upload. An older bundle stays where it is when a new one takes its
 * place in the program: the host goes back to one when a new one fails.
 */
final class HostBundleRelease {
  private HostBundleRelease() {}

  /** Makes object and parameter, and gives the parameter, on which the instance depends. */
  static Parameter of(Stage stage, BackupBucket backups, HostBundle bundle) {
    String sha256 = bundle.sha256();
    BucketObjectv2 copy =
        new BucketObjectv2(
            LogicalId.of("HostBundle", "Copy", "Default"),
            BucketObjectv2Args.builder()
                .bucket(backups.bucket().id())
                .key(BundleRelease.key(sha256))
                .contentType(BundleRelease.CONTENT_TYPE)
                .source(new FileAsset(file(bundle).toString()))
                .build(),
            stage.ofObject().dependsOn(backups.settings()).retainOnDelete(true).build());
    return new Parameter(
        LogicalId.of("HostBundle", "Parameter"),
        ParameterArgs.builder()
            .name(stage.parameters().bundle())
            .description(BundleRelease.DESCRIPTION)
            .type(ParameterType.String)
            .value(backups.bucket().id().applyValue(bucket -> BundleRelease.value(bucket, sha256)))
            .build(),
        stage.options().dependsOn(copy).build());
  }

  /** Where the engine finds it; named by its hash, so that an unchanged bundle is no change. */
  private static Path file(HostBundle bundle) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "bundle"));
      Path zip = folder.resolve(bundle.sha256() + ".zip").toAbsolutePath();
      Path part = Files.createTempFile(folder, "bundle", ".part");
      bundle.writeTo(part);
      // At once: another preview may be reading what this one would write.
      return Files.move(part, zip, ATOMIC_MOVE, REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the host bundle", e);
    }
  }
}
