/** What the tests of the stack share. */
package com.harena.allinone.stack.testing;
