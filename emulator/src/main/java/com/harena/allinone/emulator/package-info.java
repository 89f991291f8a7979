/** The honest local AWS as a process of its own. */
package com.harena.allinone.emulator;
