/** Puts the stores of a plan together with the engine, which knows none of them. */
package com.harena.allinone.move.wiring;
