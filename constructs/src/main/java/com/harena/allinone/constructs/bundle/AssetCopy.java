package com.harena.allinone.constructs.bundle;

import com.harena.allinone.constructs.handler.InlineHandler;
import com.harena.allinone.constructs.handler.InlineHandlerProps;
import com.harena.allinone.handler.HandlerFunction;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

/**
 * One object in a bucket, copied from an asset while the stack is deployed: a custom resource whose
 * function, one for all copies of the stack, may read just these assets and write just these keys.
 * Nothing is ever deleted, neither on an update nor with the stack, because an older instance may
 * still read an older copy.
 *
 * <p>The asset must not exceed the 5 GB that one CopyObject call takes.
 */
public final class AssetCopy extends Construct {
  private static final String HANDLER_ID = "AssetCopier";

  private final CfnResource copy;

  /** Makes the copy, and the function when it is the first of its stack. */
  public AssetCopy(Construct scope, String id, AssetCopyProps props) {
    super(scope, id);
    InlineHandler handler = handler(Stack.of(this));
    String source =
        "arn:%s:s3:::%s/%s"
            .formatted(
                Aws.PARTITION, props.asset().getS3BucketName(), props.asset().getS3ObjectKey());
    handler.allow(allow("s3:GetObject", source));
    handler.allow(allow("s3:PutObject", props.bucket().arnForObjects(props.key())));
    copy = handler.resource(this, "Default", "Custom::AssetCopy", properties(props));
  }

  private static PolicyStatement allow(String action, String resource) {
    return PolicyStatement.Builder.create()
        .actions(List.of(action))
        .resources(List.of(resource))
        .build();
  }

  private static Map<String, Object> properties(AssetCopyProps props) {
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("SourceBucket", props.asset().getS3BucketName());
    properties.put("SourceKey", props.asset().getS3ObjectKey());
    properties.put("Bucket", props.bucket().getBucketName());
    properties.put("Key", props.key());
    properties.put("ContentType", props.contentType());
    props.cacheControl().ifPresent(value -> properties.put("CacheControl", value));
    return properties;
  }

  private static InlineHandler handler(Stack stack) {
    if (stack.getNode().tryFindChild(HANDLER_ID) instanceof InlineHandler handler) {
      return handler;
    }
    return new InlineHandler(
        stack, HANDLER_ID, InlineHandlerProps.of(HandlerFunction.assetCopy(), List.of()));
  }

  /** The custom resource: what needs the object depends on it. */
  public CfnResource resource() {
    return copy;
  }
}
