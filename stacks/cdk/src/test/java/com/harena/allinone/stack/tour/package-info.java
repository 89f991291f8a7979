/** The README's tour, held against what the commands print. */
package com.harena.allinone.stack.tour;
