/** Checksums. */
package com.harena.allinone.digest;
