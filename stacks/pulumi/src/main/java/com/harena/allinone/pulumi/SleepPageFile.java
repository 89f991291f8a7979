package com.harena.allinone.pulumi;

import com.harena.allinone.edge.SleepPage;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.resources.Resource;

/** The sleep page in the site's bucket, with the opening hours on it. It stays with the bucket. */
final class SleepPageFile {
  private final BucketObjectv2 page;

  /** Puts the page there. */
  SleepPageFile(Stage stage, StaticSite site) {
    page =
        new BucketObjectv2(
            LogicalId.of("Edge", "SleepPage", "Copy", "Default"),
            BucketObjectv2Args.builder()
                .bucket(site.bucket().id())
                .key(SleepPage.KEY)
                .content(SleepPage.html(stage.blueprint().hours()))
                .contentType(SleepPage.CONTENT_TYPE)
                .cacheControl(SleepPage.CACHE_CONTROL)
                .build(),
            stage.ofObject().retainOnDelete(true).dependsOn(site.settings()).build());
  }

  /** The page: what must not come before it depends on it. */
  Resource page() {
    return page;
  }
}
