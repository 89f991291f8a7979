/**
 * Where a PostgreSQL, Elasticsearch or Redis lives and how to reach it.
 *
 * <p>A tunnel or a local process may stand behind an address; whoever uses it does not know. An
 * endpoint never holds a secret, only a reference to one.
 */
package com.harena.allinone.endpoint;
