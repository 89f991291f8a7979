/** The client programs {@code pg_dump} and {@code pg_restore}: where they are, and running them. */
package com.harena.allinone.move.postgres.client;
