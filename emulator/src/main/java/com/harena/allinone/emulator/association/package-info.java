/** Associations of Systems Manager, and what they run on instances. */
package com.harena.allinone.emulator.association;
