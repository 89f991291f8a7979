/** Which metrics a deployment publishes, and which alarms read them, as data. */
package com.harena.allinone.alarm;
