/** The Compose file made from a blueprint, and the memory its services share. */
package com.harena.allinone.compose;
