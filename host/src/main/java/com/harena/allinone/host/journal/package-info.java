/** What the machine says of its progress. */
package com.harena.allinone.host.journal;
