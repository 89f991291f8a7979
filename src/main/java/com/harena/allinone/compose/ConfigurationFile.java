package com.harena.allinone.compose;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, FINGERPRINT_DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime lacks SHA-256", e);
    }
  }
}
