package com.harena.allinone.host.cloud;

import java.nio.file.Path;

/** The release prefix of the backup bucket: image archives and mirrored artefacts. */
public interface Releases {
  /**
   * Fetches the object into the file, over what is there.
   *
   * @return false when the bucket has no object of this key
   */
  boolean fetch(String bucket, String key, Path file);
}
