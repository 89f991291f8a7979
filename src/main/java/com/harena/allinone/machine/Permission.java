package com.harena.allinone.machine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One statement of an IAM policy. Resources and condition values may hold whatever stands for a
 * reference in the program that deploys.
 *
 * @param sid what it is for, in one word; empty for a statement that is alone in its kind
 * @param allowed whether it allows; it denies otherwise
 * @param actions IAM actions
 * @param resources ARNs; {@code *} only where AWS knows no resource for the actions
 * @param conditions operator, then key, then value
 */
public record Permission(
    String sid,
    boolean allowed,
    List<String> actions,
    List<String> resources,
    Map<String, Map<String, String>> conditions) {
  /** Refuses a statement without actions or resources. */
  public Permission {
    Objects.requireNonNull(sid, "sid");
    if (actions.isEmpty() || resources.isEmpty()) {
      throw new IllegalArgumentException(
          "permission %s has actions %s and resources %s: give at least one of each"
              .formatted(sid, actions, resources));
    }
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    conditions = new LinkedHashMap<>(conditions);
    conditions.replaceAll((operator, keys) -> Map.copyOf(keys));
    conditions = java.util.Collections.unmodifiableMap(conditions);
  }

  /** A statement that allows these actions. */
  public static Builder allow(String sid, String... actions) {
    return new Builder(sid, true, actions);
  }

  /** A statement that denies these actions. */
  public static Builder deny(String sid, String... actions) {
    return new Builder(sid, false, actions);
  }

  /** Builds a {@link Permission}. */
  public static final class Builder {
    private final String sid;
    private final boolean allowed;
    private final List<String> actions;
    private final List<String> resources = new ArrayList<>();
    private final Map<String, Map<String, String>> conditions = new LinkedHashMap<>();

    private Builder(String sid, boolean allowed, String... actions) {
      this.sid = sid;
      this.allowed = allowed;
      this.actions = List.of(actions);
    }

    /** Adds resources. */
    public Builder on(String... values) {
      resources.addAll(List.of(values));
      return this;
    }

    /** For actions that know no resource. */
    public Builder onAnything() {
      return on("*");
    }

    /** Adds a condition. */
    public Builder when(String operator, String key, String value) {
      conditions.computeIfAbsent(operator, any -> new LinkedHashMap<>()).put(key, value);
      return this;
    }

    /** The permission. */
    public Permission build() {
      return new Permission(sid, allowed, actions, resources, conditions);
    }
  }
}
