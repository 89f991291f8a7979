/** Budgets. */
package com.harena.allinone.emulator.handler.spending;
