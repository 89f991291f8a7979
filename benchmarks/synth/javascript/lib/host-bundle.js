const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const { AssetHashType, Aws, Fn, Stack } = require('aws-cdk-lib');
const { PolicyStatement } = require('aws-cdk-lib/aws-iam');
const { Asset } = require('aws-cdk-lib/aws-s3-assets');
const { CfnAssociation, CfnParameter } = require('aws-cdk-lib/aws-ssm');
const { Construct } = require('constructs');
const { InlineHandler } = require('./inline-handler');
const { bundleZip, parameterPath } = require('./settings');
const { handler } = require('./sources');

/** Copies an asset to its place in a bucket; one function serves all copies. */
class AssetCopy extends Construct {
  constructor(scope, id, { asset, bucket, key, contentType, cacheControl }) {
    super(scope, id);
    const copier = AssetCopy.copier(Stack.of(this));
    const source = `arn:${Aws.PARTITION}:s3:::${asset.s3BucketName}/${asset.s3ObjectKey}`;
    copier.allow(new PolicyStatement({ actions: ['s3:GetObject'], resources: [source] }));
    copier.allow(new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(key)] }));
    this.resource = copier.resource(this, 'Default', 'Custom::AssetCopy', {
      SourceBucket: asset.s3BucketName,
      SourceKey: asset.s3ObjectKey,
      Bucket: bucket.bucketName,
      Key: key,
      ContentType: contentType,
      ...(cacheControl && { CacheControl: cacheControl }),
    });
  }

  static copier(stack) {
    return (
      stack.node.tryFindChild('AssetCopier') ??
      new InlineHandler(stack, 'AssetCopier', {
        code: handler('handler', 'asset-copy.js'),
        description: 'Copies deployed files to their place in a bucket; never deletes',
        timeoutSeconds: 300,
      })
    );
  }
}

/** The bundle in the backup bucket, and the parameter that names it. */
class HostBundle extends Construct {
  constructor(scope, id, { bucket }) {
    super(scope, id);
    this.sha256 = createHash('sha256').update(readFileSync(bundleZip)).digest('hex');
    const asset = new Asset(this, 'Zip', {
      path: bundleZip,
      displayName: 'host bundle',
      assetHashType: AssetHashType.CUSTOM,
      assetHash: this.sha256,
    });
    const key = `bundles/${this.sha256}/bundle.zip`;
    const copy = new AssetCopy(this, 'Copy', { asset, bucket, key, contentType: 'application/zip' });
    this.parameter = new CfnParameter(this, 'Parameter', {
      name: `${parameterPath}/bundle`,
      description: 'The host bundle that the instance runs',
      type: 'String',
      value: Fn.sub(`{"bucket": "\${Bucket}", "key": "${key}", "sha256": "${this.sha256}"}`, {
        Bucket: bucket.bucketName,
      }),
    });
    this.parameter.addResourceDependency(copy.resource);
  }
}

/** Brings a changed bundle to the running instance. */
class BundleAssociation extends Construct {
  constructor(scope, id, { bundle, instance, after }) {
    super(scope, id);
    const command =
      `/usr/local/sbin/allinone-start ${bundle.sha256} || ` +
      '{ systemctl restart --no-block allinone.service; exit 1; }';
    this.association = new CfnAssociation(this, 'Default', {
      associationName: 'allinone-host-bundle',
      name: 'AWS-RunShellScript',
      parameters: { commands: [command] },
      targets: [{ key: 'InstanceIds', values: [instance.ref] }],
    });
    this.association.addResourceDependency(bundle.parameter);
    this.association.node.addDependency(after);
  }
}

module.exports = { AssetCopy, BundleAssociation, HostBundle };
