/** What a template means for a stack: its resources, their order, and what would change. */
package com.harena.allinone.emulator.plan;
