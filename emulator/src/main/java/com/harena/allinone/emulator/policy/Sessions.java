package com.harena.allinone.emulator.policy;

import com.harena.allinone.digest.Sha256;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Sessions of roles that the local AWS itself opened: of instances, functions and schedules. Keys
 * that it did not issue, such as those of the CDK CLI and of the bootstrap roles which that
 * assumes, are an administrator's and restricted by nothing.
 */
public final class Sessions {
  /** The access key with which the local AWS's own parts call its services. */
  public static final String OWN_KEY = "local";

  private final Map<String, Principal> byKey = new ConcurrentHashMap<>();

  /** Opens a session of a role. */
  public AwsSessionCredentials issue(String role, String session) {
    String key = "ASIA" + chance().substring(0, 16).toUpperCase(Locale.ROOT);
    remember(key, new Principal(role, session));
    return AwsSessionCredentials.create(key, chance(), chance());
  }

  /** Remembers whose session a key belongs to. */
  void remember(String key, Principal principal) {
    byKey.put(key, principal);
  }

  /** Whose session the key belongs to; empty for an administrator's. */
  public Optional<Principal> find(String accessKey) {
    return Optional.ofNullable(byKey.get(accessKey));
  }

  private static String chance() {
    return Sha256.of(UUID.randomUUID().toString());
  }
}
