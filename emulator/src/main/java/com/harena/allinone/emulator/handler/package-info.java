/** The handlers of resource types, one small class each. */
package com.harena.allinone.emulator.handler;
