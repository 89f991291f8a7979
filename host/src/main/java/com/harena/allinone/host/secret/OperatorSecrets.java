package com.harena.allinone.host.secret;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.compose.ServiceSecrets;
import com.harena.allinone.host.cloud.SecretStore;
import com.harena.allinone.host.cloud.StoredSecret;
import com.harena.allinone.machine.ParameterNames;
import com.harena.allinone.secret.SecretValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an operator does with the secrets of a deployment: sets one, and sees which there are. */
public final class OperatorSecrets {
  private final List<String> needed;
  private final ParameterNames names;
  private final SecretStore store;

  /** The secrets that the blueprint's services need, in the store of its region. */
  public OperatorSecrets(Blueprint blueprint, SecretStore store) {
    this.needed = ServiceSecrets.of(blueprint);
    this.names = new ParameterNames(blueprint.parameterPath());
    this.store = store;
  }

  /**
   * Writes a value, over the old one if there is one; that of the stack only before there is one.
   *
   * @return the version that was written
   * @throws SecretRefused if the value cannot be kept or used; nothing was written
   */
  public long set(String name, SecretValue value) {
    if (!needed.contains(name)) {
      throw new IllegalArgumentException(
          "no service needs the secret '%s': give one of %s".formatted(name, needed));
    }
    SecretForm.require(name, value);
    if (SecretMaker.of(name) != SecretMaker.STACK) {
      return store.put(names.secret(name), value);
    }
    OptionalLong version = store.putIfAbsent(names.secret(name), value);
    return version.orElseThrow(
        () ->
            new SecretRefused(
                "%s is there already and was left as it is: CloudFront goes on sending the value that the stack was made with, so with another one every request would be refused; set it only before the first deployment"
                    .formatted(name)));
  }

  /** Which secrets are needed, which of them are there, and which others. */
  public SecretInventory inventory() {
    Map<String, StoredSecret> stored =
        store.under(names.secrets()).stream()
            .collect(Collectors.toMap(StoredSecret::name, Function.identity()));
    return new SecretInventory(
        needed.stream()
            .map(
                name ->
                    new SecretState(
                        name, SecretMaker.of(name), Optional.ofNullable(stored.get(name))))
            .toList(),
        stored.keySet().stream().filter(name -> !needed.contains(name)).sorted().toList());
  }
}
