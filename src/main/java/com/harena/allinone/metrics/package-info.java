/** The custom metrics of a deployment, and what makes the CloudWatch agent publish its share. */
package com.harena.allinone.metrics;
