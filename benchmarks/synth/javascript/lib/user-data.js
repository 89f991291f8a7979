const { Fn } = require('aws-cdk-lib');
const { deployment, parameterPath, region } = require('./settings');
const { text } = require('./sources');

/** The script of the first boot; its only reference is ${DataVolume}. */
function userDataText() {
  const environment = [
    `DEPLOYMENT=${deployment}`,
    `AWS_REGION=${region}`,
    `PARAMETER_PATH=${parameterPath}`,
    'DATA_VOLUME=${DataVolume}',
  ].join('\n');
  return text('bundle', 'user-data.sh')
    .replace('@machine.env@', () => environment)
    .replace('@allinone-start@', () => text('bundle', 'allinone-start.sh').trimEnd())
    .replace('@allinone.service@', () => text('bundle', 'allinone.service').trimEnd());
}

function userData(volume) {
  return Fn.base64(Fn.sub(userDataText(), { DataVolume: volume.ref }));
}

module.exports = { userData, userDataText };
