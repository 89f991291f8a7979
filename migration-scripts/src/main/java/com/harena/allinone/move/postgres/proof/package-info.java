/**
 * What is in a PostgreSQL database, down to a checksum of every table's rows and the definition of
 * every object, and which rows differ between two of them.
 *
 * <p>Both sides are read in a form that depends on the older server's version alone, so that equal
 * databases give equal inventories from PostgreSQL 13 to 18 on either side, whatever the settings
 * of servers, databases and roles.
 */
package com.harena.allinone.move.postgres.proof;
