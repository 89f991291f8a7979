const { Duration } = require('aws-cdk-lib');
const {
  AccessLevel,
  CachePolicy,
  Function,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  ResponseHeadersPolicy,
  S3OriginAccessControl,
  ViewerProtocolPolicy,
} = require('aws-cdk-lib/aws-cloudfront');
const { S3BucketOrigin } = require('aws-cdk-lib/aws-cloudfront-origins');
const { Construct } = require('constructs');
const { deployment } = require('./settings');
const { text } = require('./sources');
const { privateBucket } = require('./storage');

const contentSecurityPolicy =
  "frame-ancestors 'none'; base-uri 'self'; object-src 'none'; upgrade-insecure-requests";

function securityHeaders(scope) {
  return new ResponseHeadersPolicy(scope, 'Headers', {
    comment: `${deployment}: security headers`,
    securityHeadersBehavior: {
      strictTransportSecurity: {
        accessControlMaxAge: Duration.days(365),
        includeSubdomains: false,
        preload: false,
        override: true,
      },
      contentTypeOptions: { override: true },
      frameOptions: { frameOption: HeadersFrameOption.DENY, override: false },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN, override: false },
      contentSecurityPolicy: { contentSecurityPolicy, override: false },
    },
  });
}

/** A private bucket that only CloudFront reads, a function that finds pages, security headers. */
class StaticSite extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.bucket = privateBucket(this, [
      {
        id: 'old-versions',
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ]);
    this.origin = S3BucketOrigin.withOriginAccessControl(this.bucket, {
      originAccessControl: new S3OriginAccessControl(this, 'Access', {
        description: `${deployment}: reads the bucket of the site`,
      }),
      originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
    });
    this.headers = securityHeaders(this);
    this.pageRouting = new Function(this, 'PageRouting', {
      comment: `${deployment}: /about is /about/index.html`,
      runtime: FunctionRuntime.JS_2_0,
      code: FunctionCode.fromInline(text('edge', 'page-routing.js')),
      autoPublish: true,
    });
  }

  /** Serves pages, found by the function. */
  pages() {
    return {
      ...this.files(CachePolicy.CACHING_OPTIMIZED),
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: this.pageRouting }],
    };
  }

  /** Serves objects just as asked for, and never from a cache. */
  uncachedFiles() {
    return this.files(CachePolicy.CACHING_DISABLED);
  }

  files(cachePolicy) {
    return {
      origin: this.origin,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      cachePolicy,
      responseHeadersPolicy: this.headers,
      compress: true,
    };
  }
}

module.exports = { StaticSite };
