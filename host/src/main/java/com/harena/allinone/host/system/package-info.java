/** The machine itself: swap, kernel settings, systemd units, the metrics agent. */
package com.harena.allinone.host.system;
