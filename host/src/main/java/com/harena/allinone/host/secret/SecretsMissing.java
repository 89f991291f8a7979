package com.harena.allinone.host.secret;

import java.util.List;

/** Secrets that only an operator knows and has not set yet. */
public final class SecretsMissing extends RuntimeException {
  SecretsMissing(List<String> names, String path) {
    super(
        "secrets %s are missing under %s: set each with 'allinone host secrets set NAME', which reads the value from standard input"
            .formatted(names, path));
  }
}
