const { Aws } = require('aws-cdk-lib');
const { CfnInstanceProfile, CfnRole, Effect, PolicyDocument, PolicyStatement } = require('aws-cdk-lib/aws-iam');
const { Construct } = require('constructs');
const { arn, trust } = require('./inline-handler');
const { deployment, namespace, parameterPath } = require('./settings');

const allow = (sid, actions, resources, conditions) => new PolicyStatement({ sid, actions, resources, conditions });

/** Role and profile of the instance: what it needs, resource by resource. */
class InstanceRole extends Construct {
  constructor(scope, id, { network, volume, bucket }) {
    super(scope, id);
    const role = new CfnRole(this, 'Role', {
      description: `The instance of ${deployment}`,
      path: '/',
      assumeRolePolicyDocument: trust('ec2.amazonaws.com'),
      policies: [
        {
          policyName: 'instance',
          policyDocument: new PolicyDocument({
            statements: [...machine(volume), ...files(bucket), ...parameters(), ...agents(network.vpc)],
          }),
        },
      ],
    });
    this.profile = new CfnInstanceProfile(this, 'Profile', { path: '/', roles: [role.ref] });
  }
}

function machine(volume) {
  const own = { StringEquals: { 'aws:ResourceTag/allinone:deployment': deployment } };
  return [
    allow('Look', ['ec2:DescribeInstances', 'ec2:DescribeVolumes'], ['*']),
    allow('DataVolume', ['ec2:AttachVolume', 'ec2:DetachVolume'], [arn('ec2', `volume/${volume.ref}`)]),
    allow('OwnInstances', ['ec2:AttachVolume', 'ec2:DetachVolume', 'ec2:StopInstances'], [arn('ec2', 'instance/*')], own),
  ];
}

function files(bucket) {
  const backups = bucket.arnForObjects('backups/*');
  return [
    allow('FilesToRun', ['s3:GetObject'], [bucket.arnForObjects('bundles/*'), bucket.arnForObjects('releases/*')]),
    allow('NewBackups', ['s3:PutObject'], [backups]),
    new PolicyStatement({
      sid: 'NoOverwrittenBackups',
      effect: Effect.DENY,
      actions: ['s3:PutObject'],
      resources: [backups],
      conditions: {
        Bool: { 's3:ObjectCreationOperation': 'true' },
        Null: { 's3:if-none-match': 'true' },
      },
    }),
  ];
}

function parameters() {
  const named = (name) => arn('ssm', `parameter${parameterPath}${name}`);
  return [
    allow(
      'OwnParameters',
      ['ssm:GetParameter', 'ssm:GetParameters', 'ssm:GetParametersByPath'],
      [named(''), named('/*')],
    ),
    allow('OwnSecrets', ['ssm:PutParameter'], [named('/ready'), named('/secrets/*')]),
  ];
}

function agents(vpc) {
  const here = { StringEquals: { 'aws:Ec2InstanceSourceVpc': vpc.ref } };
  const instances = arn('ec2', 'instance/*');
  const documents = `arn:${Aws.PARTITION}:ssm:${Aws.REGION}:*:document/AWS-*`;
  const channel = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];
  const message = ['AcknowledgeMessage', 'DeleteMessage', 'FailMessage', 'GetEndpoint', 'GetMessages', 'SendReply'];
  return [
    allow(
      'OwnLog',
      ['logs:CreateLogStream', 'logs:PutLogEvents'],
      [arn('logs', `log-group:/allinone/${deployment}:*`)],
    ),
    allow('OwnMetrics', ['cloudwatch:PutMetricData'], ['*'], {
      StringEquals: { 'cloudwatch:namespace': namespace },
    }),
    allow(
      'Channels',
      [
        ...message.map((action) => `ec2messages:${action}`),
        'ssm:ListAssociations',
        ...channel.map((action) => `ssmmessages:${action}`),
      ],
      ['*'],
    ),
    allow('Registration', ['ssm:ListInstanceAssociations', 'ssm:UpdateInstanceInformation'], [instances], here),
    allow(
      'Documents',
      ['ssm:DescribeDocument', 'ssm:GetDocument'],
      [arn('ssm', 'document/SSM-SessionManagerRunShell'), documents],
    ),
    allow(
      'AssociationStatus',
      ['ssm:DescribeAssociation', 'ssm:UpdateAssociationStatus', 'ssm:UpdateInstanceAssociationStatus'],
      [instances, arn('ssm', 'association/*'), documents],
      here,
    ),
  ];
}

module.exports = { InstanceRole };
