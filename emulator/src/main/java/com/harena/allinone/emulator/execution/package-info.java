/** Makes, changes, removes and rolls back the resources of stacks. */
package com.harena.allinone.emulator.execution;
