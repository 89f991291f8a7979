/** The verbs of a move, in the order in which an operator says them. */
package com.harena.allinone.move.step;
