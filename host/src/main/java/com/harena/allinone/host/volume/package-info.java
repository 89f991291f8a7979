/**
 * The data volume once it is attached: found by serial, formatted only when blank, mounted by UUID,
 * grown to the device's size.
 */
package com.harena.allinone.host.volume;
