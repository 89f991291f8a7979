package com.harena.allinone.machine;

import com.harena.allinone.blueprint.Blueprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything whose change replaces the instance, and nothing else: no reference to another
 * resource, and not the host bundle, which changes on the running instance.
 *
 * <p>Its {@linkplain #suffix() suffix} ends the logical id of each resource that belongs to one
 * instance, so that a replacement adds new ones and deletes the old, and none is ever updated in
 * place. Renaming a component of these records changes the suffix too.
 *
 * @param launch the literals of the launch template
 * @param userData the instance's first script, with placeholders for references
 * @param network create-only properties of VPC, subnet and security group
 * @param rolePath create-only path of role and instance profile
 */
public record MachineIdentity(
    LaunchData launch, String userData, NetworkLayout network, String rolePath) {
  /** Path of role and instance profile. */
  public static final String ROLE_PATH = "/";

  /** Refuses absent parts. */
  public MachineIdentity {
    Objects.requireNonNull(launch, "launch");
    Objects.requireNonNull(userData, "userData");
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(rolePath, "rolePath");
  }

  /** The identity of the instance that a blueprint describes, started by that user data. */
  public static MachineIdentity of(Blueprint blueprint, String userData) {
    return new MachineIdentity(
        LaunchData.of(blueprint), userData, NetworkLayout.in(blueprint.zone()), ROLE_PATH);
  }

  /** The first eight hexadecimal digits of the SHA-256 of {@link #json()}. */
  public String suffix() {
    return Suffix.of(this);
  }

  /** What bears the tags of what the template launches, in EC2's words. */
  public List<String> taggedTypes() {
    List<String> types = new ArrayList<>(List.of("instance", "volume", "network-interface"));
    if (launch.spot().isPresent()) {
      types.add("spot-instances-request");
    }
    return List.copyOf(types);
  }

  /** The tags of what the template launches, in this order. */
  public Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    tags.put(Tags.NAME, launch.deployment());
    tags.put(Tags.DEPLOYMENT, launch.deployment());
    tags.put(Tags.SUFFIX, suffix());
    return Collections.unmodifiableMap(tags);
  }

  /** Description of the launch template's version. */
  public String versionDescription() {
    return "Everything that launches the instance " + suffix();
  }

  /** The canonical JSON: every component, sorted by name, without spaces. */
  public String json() {
    return CanonicalJson.of(this);
  }
}
