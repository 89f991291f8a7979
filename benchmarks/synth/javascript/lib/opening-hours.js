const { Aws } = require('aws-cdk-lib');
const { CfnRole, PolicyDocument, PolicyStatement, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const { CfnSchedule, CfnScheduleGroup } = require('aws-cdk-lib/aws-scheduler');
const { Construct } = require('constructs');
const { arn } = require('./inline-handler');
const { deployment, namespace, timeZone } = require('./settings');

/** Starts and stops the instance by repeated ticks, and publishes the zero of Serving. */
class OpeningHours extends Construct {
  constructor(scope, id, { instance, after }) {
    super(scope, id);
    this.starts = new CfnScheduleGroup(this, 'Starts', { name: `${deployment}-start` });
    this.stops = new CfnScheduleGroup(this, 'Stops', { name: `${deployment}-stop` });
    const role = this.role();
    const instances = `{"InstanceIds":["${instance.ref}"]}`;
    const zero = JSON.stringify({ Namespace: namespace, MetricData: [{ MetricName: 'Serving', Value: 0 }] });
    const open = '0/5 8-21 ? * MON-FRI *';
    const ticks = [
      ['Start1', this.starts, 'Starts the instance in open hours, again every five minutes', open, 'ec2:startInstances', instances],
      ['Stop1', this.stops, 'Stops the instance in closed hours, again every five minutes', '0/5 0-7,22,23 ? * MON-FRI *', 'ec2:stopInstances', instances],
      ['Stop2', this.stops, 'Stops the instance in closed hours, again every five minutes', '0/5 * ? * SUN,SAT *', 'ec2:stopInstances', instances],
      ['ServingZero1', this.starts, 'The zero that an instance serving in open hours outdoes with 1', open, 'cloudwatch:putMetricData', zero],
    ];
    for (const [name, group, description, cron, action, input] of ticks) {
      const schedule = new CfnSchedule(this, name, {
        description: `${description} (${timeZone})`,
        groupName: group.ref,
        scheduleExpression: `cron(${cron})`,
        scheduleExpressionTimezone: timeZone,
        flexibleTimeWindow: { mode: 'OFF' },
        target: {
          arn: `arn:aws:scheduler:::aws-sdk:${action}`,
          roleArn: role.attrArn,
          input,
          retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        },
      });
      schedule.node.addDependency(after);
    }
  }

  role() {
    const trust = new PolicyStatement({
      actions: ['sts:AssumeRole'],
      principals: [new ServicePrincipal('scheduler.amazonaws.com')],
      conditions: {
        StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
        ArnEquals: { 'aws:SourceArn': [this.starts.attrArn, this.stops.attrArn] },
      },
    });
    const startAndStop = new PolicyStatement({
      sid: 'StartAndStopOwnInstances',
      actions: ['ec2:StartInstances', 'ec2:StopInstances'],
      resources: [arn('ec2', 'instance/*')],
      conditions: { StringEquals: { 'aws:ResourceTag/allinone:deployment': deployment } },
    });
    const publish = new PolicyStatement({
      sid: 'PublishTheZeroOfServing',
      actions: ['cloudwatch:PutMetricData'],
      resources: ['*'],
      conditions: { StringEquals: { 'cloudwatch:namespace': namespace } },
    });
    return new CfnRole(this, 'Role', {
      description: `EventBridge Scheduler: starts and stops the instance of ${deployment}`,
      assumeRolePolicyDocument: new PolicyDocument({ statements: [trust] }),
      policies: [
        { policyName: 'ticks', policyDocument: new PolicyDocument({ statements: [startAndStop, publish] }) },
      ],
    });
  }
}

module.exports = { OpeningHours };
