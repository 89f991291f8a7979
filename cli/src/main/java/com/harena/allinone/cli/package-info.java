/** The command line: reads words, calls core and host, prints results. Nothing else lives here. */
package com.harena.allinone.cli;
