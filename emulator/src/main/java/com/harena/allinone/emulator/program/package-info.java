/** Other programs of this machine: found, run to their end, watched. */
package com.harena.allinone.emulator.program;
