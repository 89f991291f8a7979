/** What could make the move of a database fail, found before anything is written. */
package com.harena.allinone.move.postgres.check;
