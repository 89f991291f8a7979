/** Opening hours: when the instance is started and stopped. */
package com.harena.allinone.constructs.schedule;
