/** Lambda functions. */
package com.harena.allinone.emulator.handler.code;
