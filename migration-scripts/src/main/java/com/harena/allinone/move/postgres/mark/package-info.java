/** How the move knows on the target what it put there, and takes it away again. */
package com.harena.allinone.move.postgres.mark;
