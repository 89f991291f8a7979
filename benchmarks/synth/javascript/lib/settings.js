// What stacks/harena.yaml says, as constants.
const { join } = require('node:path');

const deployment = 'harena-production';

module.exports = {
  deployment,
  region: 'eu-west-1',
  zone: 'eu-west-1a',
  image: 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-6.1-arm64',
  instanceType: 't4g.small',
  diskGibibytes: 40,
  keepDays: 7,
  backendPort: 8001,
  alarmAddress: 'ops@example.org',
  monthlyDollars: 15,
  timeZone: 'Europe/Paris',
  hoursText: 'Open Monday to Friday, 08:00 to 22:00 (Europe/Paris).',
  parameterPath: `/allinone/${deployment}`,
  namespace: `Allinone/${deployment}`,
  nameTags: [
    { key: 'Name', value: deployment },
    { key: 'allinone:deployment', value: deployment },
  ],
  bundleZip: join(__dirname, '..', 'bundle.zip'),
};
