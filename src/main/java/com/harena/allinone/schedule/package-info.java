/**
 * Opening hours as EventBridge Scheduler sees them: repeated start ticks in open hours, stop ticks
 * in closed ones, as few cron expressions as possible.
 */
package com.harena.allinone.schedule;
