/** Who is told what: a topic, and the alarms that publish to it. */
package com.harena.allinone.constructs.alarm;
