package com.harena.allinone.host.cloud;

import com.harena.allinone.secret.SecretValue;
import java.util.List;
import java.util.OptionalLong;

/** SecureStrings of Parameter Store as an operator sets and lists them; no value comes back. */
public interface SecretStore extends AutoCloseable {
  /**
   * Writes a SecureString, over the old one if there is one.
   *
   * @return the version that this call wrote
   */
  long put(String name, SecretValue value);

  /**
   * Writes a SecureString unless there is a parameter of this name.
   *
   * @return the version that this call wrote; empty when there was one
   */
  OptionalLong putIfAbsent(String name, SecretValue value);

  /** What stands directly under the path. */
  List<StoredSecret> under(String path);

  @Override
  void close();
}
