/** What a dump in {@code pg_dump}'s directory format holds, read without its programs. */
package com.harena.allinone.move.postgres.dump;
