package com.harena.allinone.host.web;

import java.net.URI;

/** Where a waiting stack is told that the machine serves. */
public interface Signals {
  /** Sends the body by PUT, without a content type; throws {@link WebFailure} without answer. */
  Answer put(URI address, String body);

  /**
   * What came back.
   *
   * @param status HTTP status
   * @param body text of the answer
   */
  record Answer(int status, String body) {}
}
