const { CfnOutput, Stack, Validations } = require('aws-cdk-lib');
const { Alarms, MonthlyBudget, Notifications } = require('./alarms');
const { CloudFrontLeftovers, SpotCancellation, SpotSweeper } = require('./clean-up');
const { Edge } = require('./edge');
const { HealthGate, OwnerParameter } = require('./health');
const { BundleAssociation, HostBundle } = require('./host-bundle');
const { InstanceRole } = require('./instance-role');
const { Machine } = require('./machine');
const { Network } = require('./network');
const { OpeningHours } = require('./opening-hours');
const { parameterPath } = require('./settings');
const { BackupBucket, DataVolume, ServiceLogs } = require('./storage');

/** Network, storage, the instance behind its guards and gate, the edge, schedules and alarms. */
class SingleInstanceStack extends Stack {
  constructor(scope, id) {
    super(scope, id, { description: `allinone: ${id} on one instance`, analyticsReporting: false });
    const network = new Network(this, 'Network');
    const { volume } = new DataVolume(this, 'DataVolume');
    const { bucket } = new BackupBucket(this, 'Backups');
    const logs = new ServiceLogs(this, 'ServiceLogs');
    const bundle = new HostBundle(this, 'HostBundle', { bucket });

    const role = new InstanceRole(this, 'InstanceRole', { network, volume, bucket });
    const machine = new Machine(this, 'Machine', { network, role, volume });
    const { instance } = machine;
    machine.madeAfter(bundle.parameter);
    machine.madeAfter(logs.group);
    machine.madeAfter(new CloudFrontLeftovers(this, 'CloudFrontLeftovers', { network }).resource);
    machine.madeAfter(new SpotSweeper(this, 'SpotSweeper', { role }).resource);
    new SpotCancellation(this, 'SpotCancellation', { instance });
    const health = new HealthGate(this, 'Health');
    new OwnerParameter(this, 'Owner', { instance, health });

    const edge = new Edge(this, 'Edge', { instance, network, after: health.gate });
    const hours = new OpeningHours(this, 'OpeningHours', { instance, after: edge.distribution });
    new BundleAssociation(this, 'BundleAssociation', { bundle, instance, after: edge.distribution });
    const { topic } = new Notifications(this, 'Notifications');
    new Alarms(this, 'Alarms', { instance, starts: hours.starts, topic });
    new MonthlyBudget(this, 'MonthlyBudget');

    this.acknowledge(machine.template, 'CloudFormation-Validate::E1152', 'EC2 looks up the image at launch');
    this.acknowledge(network, 'CloudFormation-Validate::W3010', 'the data volume lives in this zone for good');
    this.acknowledge(volume, 'CloudFormation-Validate::W3010', 'the data volume lives in this zone for good');
    this.acknowledge(
      edge,
      '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
      'a default root object is set, so nothing is listed',
    );

    this.output('SiteAddress', 'Where viewers go', `https://${edge.distribution.domainName}`);
    this.output('DistributionId', 'The distribution', edge.distribution.distributionId);
    this.output('SiteBucketName', 'Upload the site here', edge.site.bucket.bucketName);
    this.output('InstanceId', 'The instance; aws ssm start-session', instance.ref);
    this.output('DataVolumeId', 'The data volume, which outlives the stack', volume.ref);
    this.output('BackupBucketName', 'Backups, bundles and releases', bucket.bucketName);
    this.output('ParameterPath', 'Where its parameters are', parameterPath);
  }

  acknowledge(construct, id, reason) {
    Validations.of(construct).acknowledge({ id, reason });
  }

  output(id, description, value) {
    new CfnOutput(this, id, { description, value });
  }
}

module.exports = { SingleInstanceStack };
