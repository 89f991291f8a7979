/** CloudWatch alarms and log groups. */
package com.harena.allinone.emulator.handler.watch;
