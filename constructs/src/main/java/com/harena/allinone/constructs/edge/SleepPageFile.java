package com.harena.allinone.constructs.edge;

import com.harena.allinone.constructs.bundle.AssetCopy;
import com.harena.allinone.constructs.bundle.AssetCopyProps;
import com.harena.allinone.edge.SleepPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.constructs.Construct;

/** The sleep page in the site's bucket, with the opening hours on it. */
public final class SleepPageFile extends Construct {
  private final AssetCopy copy;

  /** Puts the page there. */
  public SleepPageFile(Construct scope, String id, SleepPageFileProps props) {
    super(scope, id);
    Asset page =
        Asset.Builder.create(this, "Page").path(write(SleepPage.html(props.hours()))).build();
    copy =
        new AssetCopy(
            this,
            "Copy",
            AssetCopyProps.builder()
                .asset(page)
                .bucket(props.bucket())
                .key(SleepPage.KEY)
                .contentType(SleepPage.CONTENT_TYPE)
                .cacheControl(SleepPage.CACHE_CONTROL)
                .build());
  }

  /** The CDK reads assets from files, and copies them while it synthesizes. */
  private static String write(String html) {
    try {
      Path folder = Files.createTempDirectory("sleep-page");
      folder.toFile().deleteOnExit();
      Path file = Files.writeString(folder.resolve("sleep.html"), html);
      file.toFile().deleteOnExit();
      return file.toString();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the sleep page to the temporary folder", e);
    }
  }

  /** The custom resource: what must not come before the page depends on it. */
  public AssetCopy copy() {
    return copy;
  }
}
