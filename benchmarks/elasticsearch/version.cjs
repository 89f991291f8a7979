// The server that Maven Central has does not answer GET /, by which elasticdump learns the version: it is told.
const { join } = require('node:path');
const Base = require(join(__dirname, 'elasticdump/node_modules/elasticdump/lib/transports/__es__/_base.js'));

Base.prototype._parseVersion = () => ({ version: '8.19.21', distribution: 'elasticsearch', distributionVersion: '8.19.21' });
