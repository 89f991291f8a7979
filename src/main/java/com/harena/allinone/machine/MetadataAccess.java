package com.harena.allinone.machine;

/**
 * How processes on the instance reach its metadata, and so its role's credentials.
 *
 * @param tokens {@code required} for version 2 only
 * @param hopLimit network hops an answer survives; at 1 it never reaches a container
 * @param endpoint whether there is an endpoint at all
 */
public record MetadataAccess(String tokens, int hopLimit, String endpoint) {
  /** Version 2 only, one hop: containers do not get the instance's credentials. */
  public static final MetadataAccess DEFAULT = new MetadataAccess("required", 1, "enabled");
}
