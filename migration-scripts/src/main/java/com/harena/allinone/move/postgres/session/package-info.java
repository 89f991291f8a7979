/** Connections to both PostgreSQL servers, all with the same settings, and failures in words. */
package com.harena.allinone.move.postgres.session;
