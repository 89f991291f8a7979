// Texts that the product keeps beside its Java sources: Lambda functions, scripts, pages.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const resources = join(__dirname, '..', '..', '..', '..', 'src', 'main', 'resources', 'com', 'harena', 'allinone');

const text = (...path) => readFileSync(join(resources, ...path), 'utf8');

/** The code of a custom resource's function, behind the prologue that answers CloudFormation. */
const handler = (...path) => `${text('handler', 'prologue.js')}\n${text(...path)}`;

module.exports = { text, handler };
