package com.harena.allinone.host.backup;

import java.util.Locale;

/** A store of the instance, in the order of a drill. */
public enum StoreName {
  /** PostgreSQL. */
  POSTGRES,
  /** Redis. */
  REDIS,
  /** Elasticsearch. */
  ELASTICSEARCH;

  /** Its name in backups, commands and messages. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
