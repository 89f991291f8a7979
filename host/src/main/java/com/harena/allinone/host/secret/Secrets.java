package com.harena.allinone.host.secret;

import com.harena.allinone.host.cloud.Parameters;
import com.harena.allinone.host.journal.Journal;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Secrets in Parameter Store. Those that only our own containers share are made at random where
 * they lack, never written over; the others only an operator knows.
 */
public final class Secrets {
  private final ParameterNames names;
  private final Parameters parameters;
  private final SecureRandom random;
  private final Journal journal;

  /** Keeps secrets under the names. */
  public Secrets(
      ParameterNames names, Parameters parameters, SecureRandom random, Journal journal) {
    this.names = names;
    this.parameters = parameters;
    this.random = random;
    this.journal = journal;
  }

  /**
   * The secrets of these names, made where that is ours to do.
   *
   * @param wanted names that the containers refer to
   * @throws SecretsMissing if an operator has yet to set some; names them all
   */
  public Map<String, SecretValue> read(List<String> wanted) {
    Map<String, SecretValue> values = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    for (String name : wanted) {
      Optional<SecretValue> value = parameters.findSecret(names.secret(name));
      if (value.isEmpty() && SecretMaker.of(name) == SecretMaker.HOST) {
        value = Optional.of(make(name));
      }
      value.ifPresentOrElse(found -> values.put(name, found), () -> missing.add(name));
    }
    if (!missing.isEmpty()) {
      throw new SecretsMissing(missing, names.secrets());
    }
    return Collections.unmodifiableMap(values);
  }

  private SecretValue make(String name) {
    SecretValue fresh = SecretValue.generate(random);
    if (parameters.putSecretIfAbsent(names.secret(name), fresh)) {
      journal.say("secrets: made " + name);
      return fresh;
    }
    return parameters
        .findSecret(names.secret(name))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "secret %s exists and cannot be read: read permission on it is missing, or someone deletes it"
                        .formatted(names.secret(name))));
  }
}
