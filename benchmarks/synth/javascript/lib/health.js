const { CfnWaitCondition, CfnWaitConditionHandle, Fn } = require('aws-cdk-lib');
const { CfnParameter } = require('aws-cdk-lib/aws-ssm');
const { Construct } = require('constructs');
const { suffix } = require('./machine');
const { parameterPath } = require('./settings');

/** Holds the deployment until the instance has signalled that it is healthy. */
class HealthGate extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.handle = new CfnWaitConditionHandle(this, `Handle${suffix}`);
    this.gate = new CfnWaitCondition(this, `Gate${suffix}`, { handle: this.handle.ref, count: 1, timeout: '1200' });
  }
}

/** Names the instance that owns the data volume, and where it signals. */
class OwnerParameter extends Construct {
  constructor(scope, id, { instance, health }) {
    super(scope, id);
    const parameter = new CfnParameter(this, 'Default', {
      name: `${parameterPath}/owner`,
      description: 'The instance that owns the data volume, and where it signals health',
      type: 'String',
      value: Fn.sub('{"instance": "${Instance}", "signal": "${Signal}"}', {
        Instance: instance.ref,
        Signal: health.handle.ref,
      }),
    });
    health.gate.addResourceDependency(parameter);
  }
}

module.exports = { HealthGate, OwnerParameter };
