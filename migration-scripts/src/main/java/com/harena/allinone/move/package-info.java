/** The data move between the old and the new stack. */
package com.harena.allinone.move;
