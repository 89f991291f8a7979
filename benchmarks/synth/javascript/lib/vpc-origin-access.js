const { createHash } = require('node:crypto');
const { Duration } = require('aws-cdk-lib');
const { CfnVpcOrigin, VpcOrigin: ImportedVpcOrigin } = require('aws-cdk-lib/aws-cloudfront');
const { VpcOrigin } = require('aws-cdk-lib/aws-cloudfront-origins');
const { CfnSecurityGroupIngress } = require('aws-cdk-lib/aws-ec2');
const { PolicyStatement } = require('aws-cdk-lib/aws-iam');
const { Construct } = require('constructs');
const { InlineHandler, arn } = require('./inline-handler');
const { suffix: instanceSuffix } = require('./machine');
const settings = require('./settings');
const { handler } = require('./sources');

/** A changed origin is a new one: CloudFront changes none that a distribution uses. */
const suffix = createHash('sha256')
  .update(JSON.stringify([instanceSuffix, settings.region, settings.deployment, settings.backendPort]))
  .digest('hex')
  .slice(0, 8);

/** Finds the security group that CloudFront makes in a VPC for its origins there. */
class OriginGroup extends Construct {
  constructor(scope, id, { origin, vpc }) {
    super(scope, id);
    const finder = new InlineHandler(this, 'Finder', {
      code: handler('edge', 'origin-group.js'),
      description: 'Finds the security group that CloudFront makes for VPC origins',
      timeoutSeconds: 600,
      statements: [new PolicyStatement({ actions: ['ec2:DescribeSecurityGroups'], resources: ['*'] })],
    });
    this.groupId = finder
      .resource(this, 'Default', 'Custom::OriginGroup', {
        OriginId: origin.attrId,
        VpcId: vpc.ref,
        GroupName: 'CloudFront-VPCOrigins-Service-SG',
      })
      .getAtt('GroupId')
      .toString();
  }
}

/** CloudFront's way to an instance that nobody else can reach. */
class VpcOriginAccess extends Construct {
  constructor(scope, id, { instance, network, after }) {
    super(scope, id);
    const vpcOrigin = new CfnVpcOrigin(this, `VpcOrigin${suffix}`, {
      vpcOriginEndpointConfig: {
        name: `allinone-${suffix}`,
        arn: arn('ec2', `instance/${instance.ref}`),
        httpPort: settings.backendPort,
        originProtocolPolicy: 'http-only',
      },
    });
    vpcOrigin.node.addDependency(after);
    const group = new OriginGroup(this, 'Group', { origin: vpcOrigin, vpc: network.vpc });
    new CfnSecurityGroupIngress(this, 'Ingress', {
      description: 'CloudFront to the backend, by its VPC origins',
      groupId: network.instanceGroup.ref,
      sourceSecurityGroupId: group.groupId,
      ipProtocol: 'tcp',
      fromPort: settings.backendPort,
      toPort: settings.backendPort,
    });
    const imported = ImportedVpcOrigin.fromVpcOriginAttributes(this, 'Imported', {
      vpcOriginId: vpcOrigin.attrId,
      domainName: instance.attrPrivateDnsName,
    });
    this.origin = VpcOrigin.withVpcOrigin(imported, {
      connectionAttempts: 1,
      connectionTimeout: Duration.seconds(3),
      readTimeout: Duration.seconds(60),
    });
  }
}

module.exports = { VpcOriginAccess };
