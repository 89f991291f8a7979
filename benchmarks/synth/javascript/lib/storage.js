const { Duration, RemovalPolicy } = require('aws-cdk-lib');
const { CfnVolume } = require('aws-cdk-lib/aws-ec2');
const { CfnLogGroup } = require('aws-cdk-lib/aws-logs');
const { BlockPublicAccess, Bucket, BucketEncryption, ObjectOwnership } = require('aws-cdk-lib/aws-s3');
const { Construct } = require('constructs');
const settings = require('./settings');

/** A private, encrypted, versioned bucket that outlives the stack. */
function privateBucket(scope, lifecycleRules) {
  return new Bucket(scope, 'Bucket', {
    versioned: true,
    enforceSSL: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** The volume that holds all data. */
class DataVolume extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.volume = new CfnVolume(this, 'Default', {
      availabilityZone: settings.zone,
      size: settings.diskGibibytes,
      volumeType: 'gp3',
      encrypted: true,
      tags: [
        { key: 'Name', value: `${settings.deployment} data` },
        { key: 'allinone:deployment', value: settings.deployment },
      ],
    });
    this.volume.applyRemovalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
  }
}

/** Backups, bundles and releases. */
class BackupBucket extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.bucket = privateBucket(this, [
      {
        id: 'ExpireBackups',
        prefix: 'backups/',
        expiration: Duration.days(settings.keepDays),
        noncurrentVersionExpiration: Duration.days(30),
      },
      { id: 'ForgetExpiredBackups', prefix: 'backups/', expiredObjectDeleteMarker: true },
      { id: 'AbortUnfinishedUploads', abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ]);
    this.bucket.policy.applyRemovalPolicy(RemovalPolicy.RETAIN);
  }
}

/** The log group of every container. */
class ServiceLogs extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.group = new CfnLogGroup(this, 'Default', {
      logGroupName: `/allinone/${settings.deployment}`,
      retentionInDays: 7,
    });
    this.group.applyRemovalPolicy(RemovalPolicy.DESTROY);
  }
}

module.exports = { BackupBucket, DataVolume, ServiceLogs, privateBucket };
