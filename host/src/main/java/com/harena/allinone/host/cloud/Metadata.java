package com.harena.allinone.host.cloud;

/** What EC2 tells an instance about itself. */
public interface Metadata {
  /** Id of this instance. */
  String instanceId();

  /** Its private IPv4 address. */
  String privateAddress();
}
