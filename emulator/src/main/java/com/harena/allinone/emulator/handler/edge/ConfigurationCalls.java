package com.harena.allinone.emulator.handler.edge;

/**
 * The calls of CloudFront's API for one kind of configuration.
 *
 * @param <C> the configuration
 */
interface ConfigurationCalls<C> {
  /** Makes one; its id. */
  String create(C wanted);

  /** What one is, and in which version. */
  Told<C> get(String id);

  void update(String id, String version, C wanted);

  void delete(String id, String version);

  /**
   * A configuration as the service tells it.
   *
   * @param version its ETag, which every change must name
   */
  record Told<C>(C config, String version) {}
}
