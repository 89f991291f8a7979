/** What the host itself publishes for the alarms. */
package com.harena.allinone.host.metrics;
