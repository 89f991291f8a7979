/** Systems Manager: parameters and associations. */
package com.harena.allinone.emulator.handler.parameter;
