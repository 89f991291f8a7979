package com.harena.allinone.compose;

import com.harena.allinone.digest.Sha256;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A configuration file that Compose writes into a container when it makes it, references replaced.
 *
 * <p>Compose (2.40.3, tried) keeps a container whose file has another content. So the service
 * carries the content's fingerprint as a label, and each secret of the file must be in the
 * service's environment as well: a change of either makes a new container.
 *
 * @param name name under {@code configs} of the Compose file
 * @param target path in the container
 * @param content what is written, with references to secrets
 */
record ConfigurationFile(String name, String target, String content) {
  private static final int FINGERPRINT_DIGITS = 8;

  /** The entry of the service. */
  Map<String, Object> use() {
    Map<String, Object> use = new LinkedHashMap<>();
    use.put("source", name);
    use.put("target", target);
    return use;
  }

  String fingerprint() {
    return Sha256.of(content).substring(0, FINGERPRINT_DIGITS);
  }
}
