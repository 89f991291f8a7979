/** Files of the machine: read, and written so that a power cut leaves the old or the new one. */
package com.harena.allinone.host.file;
