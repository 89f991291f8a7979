const { Aws, CfnResource } = require('aws-cdk-lib');
const { CfnRole, PolicyDocument, PolicyStatement, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const { CfnFunction } = require('aws-cdk-lib/aws-lambda');
const { CfnLogGroup } = require('aws-cdk-lib/aws-logs');
const { Construct } = require('constructs');

/** Lets a service take on a role. */
function trust(service) {
  return new PolicyDocument({
    statements: [new PolicyStatement({ actions: ['sts:AssumeRole'], principals: [new ServicePrincipal(service)] })],
  });
}

/** A resource of this account and region. */
function arn(service, resource) {
  return `arn:${Aws.PARTITION}:${service}:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}`;
}

/** A Lambda function in the template, with its role and log group, for custom resources. */
class InlineHandler extends Construct {
  constructor(scope, id, { code, description, timeoutSeconds, statements = [] }) {
    super(scope, id);
    this.timeoutSeconds = timeoutSeconds;
    const logs = new CfnLogGroup(this, 'Logs', { retentionInDays: 7 });
    this.permissions = new PolicyDocument({
      statements: [
        new PolicyStatement({
          sid: 'OwnLog',
          actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          resources: [logs.attrArn],
        }),
        ...statements,
      ],
    });
    const role = new CfnRole(this, 'Role', {
      description: `Lambda function: ${description}`,
      assumeRolePolicyDocument: trust('lambda.amazonaws.com'),
      policies: [{ policyName: 'handler', policyDocument: this.permissions }],
    });
    this.function = new CfnFunction(this, 'Function', {
      description,
      runtime: 'nodejs24.x',
      architectures: ['arm64'],
      handler: 'index.handler',
      code: { zipFile: code },
      timeout: timeoutSeconds,
      memorySize: 256,
      role: role.attrArn,
      loggingConfig: { logGroup: logs.ref },
    });
  }

  allow(statement) {
    this.permissions.addStatements(statement);
  }

  resource(scope, id, type, properties) {
    return new CfnResource(scope, id, {
      type,
      properties: {
        ServiceToken: this.function.attrArn,
        ServiceTimeout: this.timeoutSeconds + 60,
        ...properties,
      },
    });
  }
}

module.exports = { InlineHandler, arn, trust };
