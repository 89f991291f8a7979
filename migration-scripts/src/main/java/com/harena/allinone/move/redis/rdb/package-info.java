/**
 * Reads the values that {@code DUMP} answers with, whatever encoding the server keeps them in.
 *
 * <p>The format is that of Redis' snapshot files, versions 9 (Redis 5) to 12 (Redis 7.4 to 8.4),
 * and that of Valkey 9.
 */
package com.harena.allinone.move.redis.rdb;
