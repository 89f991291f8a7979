/**
 * What the engine of the move knows of a store: contracts by role, and the values they exchange.
 *
 * <p>PostgreSQL, Elasticsearch, Redis and the configuration files each implement them in a package
 * of their own; nothing here or in the engine knows which.
 */
package com.harena.allinone.move.store;
