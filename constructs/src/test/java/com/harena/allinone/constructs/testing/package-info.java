/** A machine's whole stack, for the tests of the constructs it is made from. */
package com.harena.allinone.constructs.testing;
