const { App } = require('aws-cdk-lib');
const { SingleInstanceStack } = require('./lib/single-instance-stack');
const settings = require('./lib/settings');

const app = new App();
new SingleInstanceStack(app, settings.deployment);
app.synth();
