/** Schedules whose tick a test asks for: what EventBridge Scheduler would then do. */
package com.harena.allinone.emulator.schedule;
