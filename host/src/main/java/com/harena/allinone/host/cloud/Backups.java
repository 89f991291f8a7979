package com.harena.allinone.host.cloud;

import java.nio.file.Path;
import java.util.List;

/** The backup prefix of one bucket: what is there is never written over. */
public interface Backups {
  /**
   * Puts the file there unless the bucket has an object of this key.
   *
   * @return whether this call put it
   * @throws CloudFailure if the bucket does not take it
   */
  boolean putIfAbsent(String key, Path file);

  /** Keys that begin so, sorted. */
  List<String> keys(String prefix);

  /**
   * Fetches the object into the file, over what is there.
   *
   * @return false when the bucket has no object of this key
   */
  boolean fetch(String key, Path file);

  /** Where the object of this key is, for messages. */
  String address(String key);
}
