/** What {@code pg_dump} leaves out of a database's dump: roles, settings, the database itself. */
package com.harena.allinone.move.postgres.globals;
