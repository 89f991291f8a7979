/** IAM: roles, policies and instance profiles. */
package com.harena.allinone.emulator.handler.access;
