const { createHash } = require('node:crypto');
const { CfnInstance, CfnLaunchTemplate } = require('aws-cdk-lib/aws-ec2');
const { Construct } = require('constructs');
const settings = require('./settings');
const { userData, userDataText } = require('./user-data');

const launch = {
  imageId: settings.image,
  instanceType: settings.instanceType,
  metadataOptions: { httpEndpoint: 'enabled', httpTokens: 'required', httpPutResponseHopLimit: 1 },
  creditSpecification: { cpuCredits: 'standard' },
  monitoring: { enabled: false },
  blockDeviceMappings: [
    {
      deviceName: '/dev/xvda',
      ebs: { volumeSize: 12, volumeType: 'gp3', encrypted: true, deleteOnTermination: true },
    },
  ],
  instanceMarketOptions: {
    marketType: 'spot',
    spotOptions: {
      spotInstanceType: 'persistent',
      instanceInterruptionBehavior: 'stop',
      validUntil: '2099-12-31T23:59:59Z',
    },
  },
};

/** A changed machine has other logical ids, so that it is replaced as a whole. */
const suffix = createHash('sha256')
  .update(JSON.stringify([launch, userDataText()]))
  .digest('hex')
  .slice(0, 8);

/** Launch template and instance. */
class Machine extends Construct {
  constructor(scope, id, { network, role, volume }) {
    super(scope, id);
    const tags = [...settings.nameTags, { key: 'allinone:suffix', value: suffix }];
    this.template = new CfnLaunchTemplate(this, `LaunchTemplate${suffix}`, {
      versionDescription: `Everything that launches the instance ${suffix}`,
      launchTemplateData: {
        ...launch,
        iamInstanceProfile: { arn: role.profile.attrArn },
        securityGroupIds: [network.instanceGroup.attrGroupId],
        tagSpecifications: ['instance', 'volume', 'network-interface', 'spot-instances-request'].map(
          (resourceType) => ({ resourceType, tags }),
        ),
        userData: userData(volume),
      },
    });
    this.instance = new CfnInstance(this, `Instance${suffix}`, {
      launchTemplate: {
        launchTemplateId: this.template.ref,
        version: this.template.attrLatestVersionNumber,
      },
      subnetId: network.subnet.ref,
    });
    network.ready.forEach((resource) => this.instance.addResourceDependency(resource));
  }

  /** Has the launch template, and so the instance, made after something. */
  madeAfter(resource) {
    this.template.addResourceDependency(resource);
  }
}

module.exports = { Machine, suffix };
