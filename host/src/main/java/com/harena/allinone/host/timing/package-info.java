/** The clock, and waiting with back-off. */
package com.harena.allinone.host.timing;
