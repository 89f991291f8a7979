/** Who owns the data volume, and the wait until it serves. */
package com.harena.allinone.constructs.gate;
