package com.harena.allinone.constructs.site;

import com.harena.allinone.edge.PageRouting;
import com.harena.allinone.edge.SiteSettings;
import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.cloudfront.AccessLevel;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Function;
import software.amazon.awscdk.services.cloudfront.FunctionAssociation;
import software.amazon.awscdk.services.cloudfront.FunctionCode;
import software.amazon.awscdk.services.cloudfront.FunctionEventType;
import software.amazon.awscdk.services.cloudfront.FunctionRuntime;
import software.amazon.awscdk.services.cloudfront.ICachePolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.S3OriginAccessControl;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOriginWithOACProps;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketEncryption;
import software.amazon.awscdk.services.s3.LifecycleRule;
import software.amazon.awscdk.services.s3.ObjectOwnership;
import software.constructs.Construct;

/**
 * A static site: a private bucket that only CloudFront reads, by origin access control and over
 * TLS; a function that finds pages; security headers.
 *
 * <p>CloudFront may list the bucket, because S3 answers 403 for a missing object to whoever may
 * not: so it answers 404, and no error needs to be turned into a page. Nothing can be listed
 * through it: every request for a folder becomes one for its {@code index.html}, and no query
 * string is passed on.
 *
 * <p>The bucket is versioned, so that an upload can be taken back, and always kept: the site is its
 * owner's, and a bucket that is not empty (the stack itself puts a page there) could not be deleted
 * anyway, not even when the first deployment is rolled back.
 */
public final class StaticSite extends Construct {
  private final Bucket bucket;
  private final IOrigin origin;
  private final Function pageRouting;
  private final ResponseHeadersPolicy headers;

  /** Makes bucket, access control, function and headers. */
  public StaticSite(Construct scope, String id, StaticSiteProps props) {
    super(scope, id);
    bucket = bucket(props);
    origin = origin(props);
    headers = SecurityHeaders.in(this, props);
    pageRouting =
        Function.Builder.create(this, "PageRouting")
            .comment(SiteSettings.routingComment(props.description()))
            .runtime(FunctionRuntime.JS_2_0)
            .code(FunctionCode.fromInline(PageRouting.code()))
            .autoPublish(true)
            .build();
  }

  private Bucket bucket(StaticSiteProps props) {
    return Bucket.Builder.create(this, "Bucket")
        .blockPublicAccess(BlockPublicAccess.BLOCK_ALL)
        .objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED)
        .encryption(BucketEncryption.S3_MANAGED)
        .enforceSsl(true)
        .versioned(true)
        .lifecycleRules(
            List.of(
                LifecycleRule.builder()
                    .id(SiteSettings.OLD_VERSIONS_RULE)
                    .noncurrentVersionExpiration(Duration.days(props.oldVersions()))
                    .abortIncompleteMultipartUploadAfter(
                        Duration.days(SiteSettings.ABORT_UPLOADS_AFTER_DAYS))
                    .build()))
        .removalPolicy(RemovalPolicy.RETAIN)
        .build();
  }

  private IOrigin origin(StaticSiteProps props) {
    S3OriginAccessControl access =
        S3OriginAccessControl.Builder.create(this, "Access")
            .description(SiteSettings.accessDescription(props.description()))
            .build();
    return S3BucketOrigin.withOriginAccessControl(
        bucket,
        S3BucketOriginWithOACProps.builder()
            .originAccessControl(access)
            .originAccessLevels(List.of(AccessLevel.READ, AccessLevel.LIST))
            .build());
  }

  /** The bucket of the site. */
  public Bucket bucket() {
    return bucket;
  }

  /** The security headers, for whatever else the distribution serves. */
  public ResponseHeadersPolicy headers() {
    return headers;
  }

  /** Serves pages: cached as the objects say, found by the function. */
  public BehaviorOptions pages() {
    return files(CachePolicy.CACHING_OPTIMIZED)
        .functionAssociations(
            List.of(
                FunctionAssociation.builder()
                    .eventType(FunctionEventType.VIEWER_REQUEST)
                    .function(pageRouting)
                    .build()))
        .build();
  }

  /** Serves objects just as asked for, and never from a cache. */
  public BehaviorOptions uncachedFiles() {
    return files(CachePolicy.CACHING_DISABLED).build();
  }

  private BehaviorOptions.Builder files(ICachePolicy cachePolicy) {
    return BehaviorOptions.builder()
        .origin(origin)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicy(cachePolicy)
        .responseHeadersPolicy(headers)
        .compress(true);
  }
}
