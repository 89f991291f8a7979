/** EventBridge Scheduler: schedules and their groups. */
package com.harena.allinone.emulator.handler.timing;
