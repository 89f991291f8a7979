const { Aws } = require('aws-cdk-lib');
const { CfnBudget } = require('aws-cdk-lib/aws-budgets');
const { CfnAlarm } = require('aws-cdk-lib/aws-cloudwatch');
const { PolicyStatement, ServicePrincipal } = require('aws-cdk-lib/aws-iam');
const { Topic } = require('aws-cdk-lib/aws-sns');
const { EmailSubscription } = require('aws-cdk-lib/aws-sns-subscriptions');
const { Construct } = require('constructs');
const { alarmAddress, deployment, monthlyDollars, namespace } = require('./settings');

/** A topic with one e-mail subscription, for alarms of this account. */
class Notifications extends Construct {
  constructor(scope, id) {
    super(scope, id);
    this.topic = new Topic(this, 'Topic', { displayName: `allinone ${deployment}`, enforceSSL: true });
    this.topic.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(alarmAddress));
  }
}

/** One alarm for each line of the table. */
class Alarms extends Construct {
  constructor(scope, id, { instance, starts, topic }) {
    super(scope, id);
    const onInstance = [{ name: 'InstanceId', value: instance.ref }];
    const onStarts = [{ name: 'ScheduleGroup', value: starts.ref }];
    const onPath = (value) => [{ name: 'path', value }];
    const [below, atLeast] = ['LessThanThreshold', 'GreaterThanOrEqualToThreshold'];
    const rules = [
      ['Serving', 'serving', namespace, 'Serving', [], 'Maximum', below, 1, 4, 'Open but not serving for 20 minutes.'],
      ['StartErrors', 'start-errors', 'AWS/Scheduler', 'TargetErrorCount', onStarts, 'Sum', atLeast, 1, 3, 'EC2 refused to start the instance three times in a row.'],
      ['StatusCheck', 'status-check', 'AWS/EC2', 'StatusCheckFailed', onInstance, 'Maximum', atLeast, 1, 4, 'EC2 finds the instance unreachable for 20 minutes.'],
      ['BackupOverdue', 'backup-overdue', namespace, 'BackupOverdue', [], 'Minimum', atLeast, 1, 6, 'The last backup that was due failed.'],
      ['DataDisk', 'data-disk', namespace, 'disk_used_percent', onPath('/data'), 'Maximum', atLeast, 80, 3, 'The data volume is 80 % full.'],
      ['RootDisk', 'root-disk', namespace, 'disk_used_percent', onPath('/'), 'Maximum', atLeast, 85, 3, 'The root volume is 85 % full.'],
      ['Memory', 'memory', namespace, 'mem_used_percent', [], 'Average', atLeast, 95, 6, 'Memory is 95 % in use for half an hour.'],
      ['Swap', 'swap', namespace, 'swap_used_percent', [], 'Average', atLeast, 75, 6, 'Three quarters of the swap file are in use.'],
      ['CpuCredits', 'cpu-credits', 'AWS/EC2', 'CPUCreditBalance', onInstance, 'Maximum', below, 3, 12, 'Hardly a CPU credit for an hour.'],
    ];
    for (const [name, suffix, space, metricName, dimensions, statistic, comparisonOperator, threshold, periods, reason] of rules) {
      new CfnAlarm(this, name, {
        alarmName: `${deployment}-${suffix}`,
        alarmDescription: reason,
        namespace: space,
        metricName,
        dimensions,
        statistic,
        comparisonOperator,
        threshold,
        period: 300,
        evaluationPeriods: periods,
        datapointsToAlarm: periods,
        treatMissingData: 'notBreaching',
        alarmActions: [topic.topicArn],
      });
    }
  }
}

/** An alert by e-mail at 80 and 100 % of the amount spent, and at 100 % forecast. */
class MonthlyBudget extends Construct {
  constructor(scope, id) {
    super(scope, id);
    const notification = (notificationType, threshold) => ({
      notification: {
        notificationType,
        comparisonOperator: 'GREATER_THAN',
        threshold,
        thresholdType: 'PERCENTAGE',
      },
      subscribers: [{ subscriptionType: 'EMAIL', address: alarmAddress }],
    });
    new CfnBudget(this, 'Default', {
      budget: {
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyDollars, unit: 'USD' },
      },
      notificationsWithSubscribers: [
        notification('ACTUAL', 80),
        notification('ACTUAL', 100),
        notification('FORECASTED', 100),
      ],
    });
  }
}

module.exports = { Alarms, MonthlyBudget, Notifications };
