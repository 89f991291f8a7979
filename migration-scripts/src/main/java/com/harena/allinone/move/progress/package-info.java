/** Shows how far a move is: a live line for each store on a terminal, plain lines elsewhere. */
package com.harena.allinone.move.progress;
