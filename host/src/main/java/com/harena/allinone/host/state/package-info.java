/**
 * What the machine is doing, as one small file that survives: written by the boot, read by whoever
 * asks.
 */
package com.harena.allinone.host.state;
