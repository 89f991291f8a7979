package com.harena.allinone.emulator.handler.shape;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/**
 * How the template's names and the SDK's differ beyond their case: {@code IPV6Enabled} is {@code
 * IsIPV6Enabled} in the model. A name that is not listed is the same in both.
 */
public final class Names {
  /** Names that differ in nothing but their case. */
  public static final Names SAME = new Names(Map.of());

  private final Map<String, String> model;
  private final Map<String, String> template = new HashMap<>();

  private Names(Map<String, String> model) {
    this.model = model;
    model.forEach((mine, theirs) -> template.put(theirs, mine));
  }

  /** Names by the template's, each with the model's. */
  public static Names of(Map<String, String> modelByTemplate) {
    return new Names(Map.copyOf(modelByTemplate));
  }

  /** The model's field for a name of the template. */
  Optional<SdkField<?>> field(SdkPojo pojo, String name) {
    String wanted = model.getOrDefault(name, name);
    for (SdkField<?> field : pojo.sdkFields()) {
      if (field.memberName().equalsIgnoreCase(wanted)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The template's name of a field. */
  String name(SdkField<?> field) {
    String member = field.memberName();
    String first = Character.toUpperCase(member.charAt(0)) + member.substring(1);
    return template.getOrDefault(member, template.getOrDefault(first, first));
  }
}
