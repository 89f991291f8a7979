const { Aws } = require('aws-cdk-lib');
const {
  CfnInternetGateway,
  CfnRoute,
  CfnRouteTable,
  CfnSecurityGroup,
  CfnSubnet,
  CfnSubnetRouteTableAssociation,
  CfnVPC,
  CfnVPCEndpoint,
  CfnVPCGatewayAttachment,
} = require('aws-cdk-lib/aws-ec2');
const { Construct } = require('constructs');
const { nameTags: tags, zone } = require('./settings');

/** One VPC with one public subnet, a gateway endpoint for S3 and the instance's security group. */
class Network extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.vpc = new CfnVPC(this, 'Vpc', {
      cidrBlock: '10.91.0.0/24',
      instanceTenancy: 'default',
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags,
    });
    this.subnet = new CfnSubnet(this, 'Subnet', {
      vpcId: this.vpc.ref,
      cidrBlock: '10.91.0.0/25',
      availabilityZone: zone,
      mapPublicIpOnLaunch: true,
      tags,
    });
    this.ready = this.connect();
    this.instanceGroup = new CfnSecurityGroup(this, 'InstanceGroup', {
      groupDescription: 'The instance: nothing comes in but what a rule of its own admits, everything may go out',
      vpcId: this.vpc.ref,
      securityGroupEgress: [{ description: 'Everything may go out', cidrIp: '0.0.0.0/0', ipProtocol: '-1' }],
      tags,
    });
  }

  connect() {
    const gateway = new CfnInternetGateway(this, 'InternetGateway', { tags });
    const attachment = new CfnVPCGatewayAttachment(this, 'InternetGatewayAttachment', {
      vpcId: this.vpc.ref,
      internetGatewayId: gateway.ref,
    });
    const table = new CfnRouteTable(this, 'Routes', { vpcId: this.vpc.ref, tags });
    const internet = new CfnRoute(this, 'InternetRoute', {
      routeTableId: table.ref,
      destinationCidrBlock: '0.0.0.0/0',
      gatewayId: gateway.ref,
    });
    internet.addResourceDependency(attachment);
    const association = new CfnSubnetRouteTableAssociation(this, 'SubnetRoutes', {
      subnetId: this.subnet.ref,
      routeTableId: table.ref,
    });
    new CfnVPCEndpoint(this, 'S3Endpoint', {
      vpcId: this.vpc.ref,
      vpcEndpointType: 'Gateway',
      serviceName: `com.amazonaws.${Aws.REGION}.s3`,
      routeTableIds: [table.ref],
      tags,
    });
    return [internet, association];
  }
}

module.exports = { Network };
