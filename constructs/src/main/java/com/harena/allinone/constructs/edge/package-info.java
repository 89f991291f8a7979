/** CloudFront before the site and the instance: the distribution, and both ways to the instance. */
package com.harena.allinone.constructs.edge;
