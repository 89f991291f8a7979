/**
 * The folder of a backup and its manifest, which proves it without any server.
 *
 * <p>A folder without a valid manifest is no backup: the manifest is written last, when everything
 * else is on disk.
 */
package com.harena.allinone.move.backup;
