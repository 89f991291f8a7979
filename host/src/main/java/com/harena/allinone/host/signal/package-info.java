/** Telling whoever waits that this machine serves. */
package com.harena.allinone.host.signal;
