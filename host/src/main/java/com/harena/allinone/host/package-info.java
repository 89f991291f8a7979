/** What runs on the instance: one entry point, {@link com.harena.allinone.host.HostBoot}. */
package com.harena.allinone.host;
