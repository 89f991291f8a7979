/** SNS topics and SQS queues. */
package com.harena.allinone.emulator.handler.notify;
