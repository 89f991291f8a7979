const { mkdtempSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { Annotations, Duration } = require('aws-cdk-lib');
const {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ViewerProtocolPolicy,
} = require('aws-cdk-lib/aws-cloudfront');
const { Asset } = require('aws-cdk-lib/aws-s3-assets');
const { Construct } = require('constructs');
const { AssetCopy } = require('./host-bundle');
const settings = require('./settings');
const { StaticSite } = require('./site');
const { text } = require('./sources');
const { VpcOriginAccess } = require('./vpc-origin-access');

/** The page that is shown while the instance does not answer. */
class SleepPage extends Construct {
  constructor(scope, id, { bucket }) {
    super(scope, id);
    const path = join(mkdtempSync(join(tmpdir(), 'sleep-page-')), 'sleep.html');
    writeFileSync(path, text('edge', 'sleep.html').replace('@HOURS@', settings.hoursText));
    new AssetCopy(this, 'Copy', {
      asset: new Asset(this, 'Page', { path }),
      bucket,
      key: '_allinone/sleep.html',
      contentType: 'text/html; charset=utf-8',
      cacheControl: 'no-store',
    });
  }
}

/** CloudFront before the site and the instance. */
class SiteDistribution extends Construct {
  constructor(scope, id, { site, access }) {
    super(scope, id);
    const asleep = (httpStatus) => ({
      httpStatus,
      responseHttpStatus: 503,
      responsePagePath: '/_allinone/sleep.html',
      ttl: Duration.seconds(0),
    });
    this.distribution = new Distribution(this, 'Default', {
      comment: settings.deployment,
      defaultRootObject: 'index.html',
      defaultBehavior: site.pages(),
      additionalBehaviors: {
        '/_allinone/*': site.uncachedFiles(),
        '/api/*': {
          origin: access.origin,
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
          responseHeadersPolicy: site.headers,
        },
      },
      errorResponses: [asleep(502), asleep(504)],
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
    });
    this.distribution.node.addDependency(access);
    Annotations.of(this).acknowledgeWarning(
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'the root object and the page routing keep the listing from being asked for',
    );
  }
}

/** What stands between the viewer and the instance. */
class Edge extends Construct {
  constructor(scope, id, { instance, network, after }) {
    super(scope, id);
    this.site = new StaticSite(this, 'Site');
    const sleepPage = new SleepPage(this, 'SleepPage', { bucket: this.site.bucket });
    const access = new VpcOriginAccess(this, 'VpcOriginAccess', { instance, network, after });
    this.distribution = new SiteDistribution(this, 'Distribution', { site: this.site, access }).distribution;
    this.distribution.node.addDependency(sleepPage);
  }
}

module.exports = { Edge };
