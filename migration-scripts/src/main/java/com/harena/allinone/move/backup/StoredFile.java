package com.harena.allinone.move.backup;

/**
 * One file of a backup.
 *
 * @param path seen from the backup's folder, with slashes
 * @param size in bytes
 * @param sha256 of its content, 64 hexadecimal digits
 */
public record StoredFile(String path, long size, String sha256) {}
