/**
 * The boot as an ordered list of small steps. Each may be cut anywhere and run again; all run at
 * every boot and whenever a new bundle is applied.
 */
package com.harena.allinone.host.boot;
