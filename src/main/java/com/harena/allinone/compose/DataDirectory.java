package com.harena.allinone.compose;

import java.util.List;

/**
 * A directory of the data volume that a container is given. The host makes it before Compose runs:
 * the Compose file never creates one, so that nothing can start on the root volume by mistake.
 *
 * @param path path on the host
 * @param owner user id that must own it when it is made
 * @param group group id that must own it when it is made
 * @param mode permissions when it is made, in octal digits
 */
public record DataDirectory(String path, int owner, int group, String mode) {
  /** PostgreSQL's cluster; the image's entry point gives it to its own user. */
  public static final DataDirectory POSTGRES = new DataDirectory("/data/postgres", 0, 0, "0755");

  /** Redis' append-only file; the image's entry point gives it to its own user. */
  public static final DataDirectory REDIS = new DataDirectory("/data/redis", 0, 0, "0755");

  /** Elasticsearch's indices; its image runs as user 1000 of group 0 and changes no owner. */
  public static final DataDirectory ELASTICSEARCH =
      new DataDirectory("/data/elasticsearch", 1000, 0, "0770");

  /** Backups; the backup container runs as root. */
  public static final DataDirectory BACKUPS = new DataDirectory("/data/backups", 0, 0, "0700");

  /** All of them. */
  public static List<DataDirectory> all() {
    return List.of(POSTGRES, REDIS, ELASTICSEARCH, BACKUPS);
  }
}
