/**
 * Releases of the backend: which image serves, how another takes its place, and what was before.
 */
package com.harena.allinone.host.backend;
