package com.harena.allinone.emulator.policy;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known of a call beside its action and resource.
 *
 * @param values value by key, in lower case; empty when the call has none
 * @param resourceTags tags of the resource
 * @param tagged whether the resource's tags are known
 */
public record ContextKeys(
    Map<String, Optional<String>> values, Map<String, String> resourceTags, boolean tagged) {
  /** Copies the maps. */
  public ContextKeys {
    values = Map.copyOf(values);
    resourceTags = Map.copyOf(resourceTags);
  }

  /** Nothing is known. */
  public static ContextKeys none() {
    return new ContextKeys(Map.of(), Map.of(), false);
  }

  /** The resource's tags are known. */
  public static ContextKeys ofTags(Map<String, String> tags) {
    return new ContextKeys(Map.of(), tags, true);
  }

  /** The same with one value more, or with the knowledge that there is none. */
  public ContextKeys with(String key, Optional<String> value) {
    Map<String, Optional<String>> more = new TreeMap<>(values);
    more.put(lower(key), value);
    return new ContextKeys(more, resourceTags, tagged);
  }

  /** The value of a key; empty when the call has none. */
  Optional<String> value(String key) {
    int slash = key.indexOf('/');
    String kind = slash < 0 ? "" : lower(key.substring(0, slash));
    if (tagged && (kind.equals("aws:resourcetag") || kind.equals("ec2:resourcetag"))) {
      return Optional.ofNullable(resourceTags.get(key.substring(slash + 1)));
    }
    Optional<String> value = values.get(lower(key));
    if (value == null) {
      throw new UnknownToPolicies(
          "the local AWS does not know the condition key %s of this call".formatted(key));
    }
    return value;
  }

  private static String lower(String key) {
    return key.toLowerCase(java.util.Locale.ROOT);
  }
}
