/**
 * Real PostgreSQL, Elasticsearch and Redis servers on this machine, for rehearsals and tests.
 *
 * <p>Each is a process of its own on a free loopback port with its data in a folder that the caller
 * names. It dies with the Java process that started it, also when that is killed.
 */
package com.harena.allinone.rehearsal.server;
