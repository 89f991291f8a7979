const { PolicyStatement } = require('aws-cdk-lib/aws-iam');
const { Construct } = require('constructs');
const { InlineHandler, arn } = require('./inline-handler');
const { suffix } = require('./machine');
const { deployment } = require('./settings');
const { handler } = require('./sources');

const look = (...actions) => new PolicyStatement({ sid: 'Look', actions, resources: ['*'] });

const cancel = () =>
  new PolicyStatement({
    sid: 'Cancel',
    actions: ['ec2:CancelSpotInstanceRequests'],
    resources: [arn('ec2', 'spot-instances-request/*')],
    conditions: { StringEquals: { 'aws:ResourceTag/allinone:deployment': deployment } },
  });

/** Deleted before the instance: cancels its Spot request. */
class SpotCancellation extends Construct {
  constructor(scope, id, { instance }) {
    super(scope, id);
    new InlineHandler(this, 'Handler', {
      code: handler('handler', 'spot-cancellation.js'),
      description: 'Before an instance is terminated: cancels its Spot request',
      timeoutSeconds: 300,
      statements: [look('ec2:DescribeSpotInstanceRequests'), cancel()],
    }).resource(this, suffix, 'Custom::SpotCancellation', { InstanceId: instance.ref });
  }
}

/** Deleted after the instance: ends what its Spot requests launched. */
class SpotSweeper extends Construct {
  constructor(scope, id, { role }) {
    super(scope, id);
    const terminate = new PolicyStatement({
      sid: 'Terminate',
      actions: ['ec2:TerminateInstances'],
      resources: [arn('ec2', 'instance/*')],
      conditions: { ArnEquals: { 'ec2:InstanceProfile': role.profile.attrArn } },
    });
    this.resource = new InlineHandler(this, 'Handler', {
      code: handler('handler', 'spot-sweeper.js'),
      description: 'After an instance is gone: ends its Spot requests and what they launched',
      timeoutSeconds: 900,
      statements: [look('ec2:DescribeInstances', 'ec2:DescribeSpotInstanceRequests'), cancel(), terminate],
    }).resource(this, suffix, 'Custom::SpotSweeper', { Deployment: deployment, Suffix: suffix });
  }
}

/** Deleted before the subnet: waits for CloudFront to leave it. */
class CloudFrontLeftovers extends Construct {
  constructor(scope, id, { network }) {
    super(scope, id);
    const vpc = arn('ec2', `vpc/${network.vpc.ref}`);
    const deleteGroup = new PolicyStatement({
      sid: 'DeleteGroup',
      actions: ['ec2:DeleteSecurityGroup'],
      resources: [arn('ec2', 'security-group/*')],
      conditions: {
        ArnEquals: { 'ec2:Vpc': vpc },
        StringEquals: { 'aws:ResourceTag/aws.cloudfront.vpcorigin': 'enabled' },
      },
    });
    this.resource = new InlineHandler(this, 'Handler', {
      code: handler('handler', 'cloudfront-leftovers.js'),
      description: 'Before the subnet goes: waits for CloudFront to leave it',
      timeoutSeconds: 900,
      statements: [look('ec2:DescribeNetworkInterfaces', 'ec2:DescribeSecurityGroups'), deleteGroup],
    }).resource(this, 'Default', 'Custom::CloudFrontLeftovers', {
      SubnetId: network.subnet.ref,
      VpcId: network.vpc.ref,
    });
  }
}

module.exports = { CloudFrontLeftovers, SpotCancellation, SpotSweeper };
