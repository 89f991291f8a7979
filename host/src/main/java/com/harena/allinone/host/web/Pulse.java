package com.harena.allinone.host.web;

import com.harena.allinone.secret.SecretValue;
import java.net.URI;
import java.util.Map;

/** Whether a service answers. */
public interface Pulse {
  /** The status of the answer to a GET; throws {@link WebFailure} when there is none. */
  int status(URI address, Map<String, SecretValue> headers);
}
