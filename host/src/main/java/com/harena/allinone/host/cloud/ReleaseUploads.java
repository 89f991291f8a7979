package com.harena.allinone.host.cloud;

import java.nio.file.Path;

/** The release prefix of the backup bucket, as an operator fills it. */
public interface ReleaseUploads {
  /** Most bytes of one upload: what S3 takes in one request. */
  long LIMIT_BYTES = 5L << 30;

  /**
   * Uploads the file unless there is an object of this key.
   *
   * @return false when there was one
   */
  boolean putIfAbsent(String bucket, String key, Path file);
}
