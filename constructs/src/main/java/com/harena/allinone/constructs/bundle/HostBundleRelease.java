package com.harena.allinone.constructs.bundle;

import com.harena.allinone.bundle.BundleRelease;
import java.util.Map;
import software.amazon.awscdk.AssetHashType;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.services.s3.assets.Asset;
import software.amazon.awscdk.services.ssm.CfnParameter;
import software.constructs.Construct;

/**
 * The host bundle in the backup bucket, under {@code bundles/<sha256>/}, and the parameter that
 * names it, written after the copy. Older bundles stay where they are: the host goes back to one
 * when a new one fails. The instance depends on {@link #parameter()}.
 */
public final class HostBundleRelease extends Construct {
  private final CfnParameter parameter;

  /** Makes asset, copy and parameter. */
  public HostBundleRelease(Construct scope, String id, HostBundleReleaseProps props) {
    super(scope, id);
    Asset asset =
        Asset.Builder.create(this, "Zip")
            .path(props.zip().toString())
            .displayName("host bundle")
            .assetHashType(AssetHashType.CUSTOM)
            .assetHash(props.sha256())
            .build();
    AssetCopy copy =
        new AssetCopy(
            this,
            "Copy",
            AssetCopyProps.builder()
                .asset(asset)
                .bucket(props.bucket())
                .key(BundleRelease.key(props.sha256()))
                .contentType(BundleRelease.CONTENT_TYPE)
                .build());
    String value = BundleRelease.value("${Bucket}", props.sha256());
    parameter =
        CfnParameter.Builder.create(this, "Parameter")
            .name(props.names().bundle())
            .description(BundleRelease.DESCRIPTION)
            .type("String")
            .value(Fn.sub(value, Map.of("Bucket", props.bucket().getBucketName())))
            .build();
    parameter.addResourceDependency(copy.resource());
  }

  /** The parameter that names the bundle. */
  public CfnParameter parameter() {
    return parameter;
  }
}
