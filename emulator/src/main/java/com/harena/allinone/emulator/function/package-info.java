/**
 * Lambda functions run by this machine's Node.js, and the resource types that wait for somebody's
 * answer: custom resources and wait conditions.
 */
package com.harena.allinone.emulator.function;
