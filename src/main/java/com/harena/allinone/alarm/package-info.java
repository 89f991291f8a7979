/** When a deployment's metrics are worth a page: the alarms as data. */
package com.harena.allinone.alarm;
