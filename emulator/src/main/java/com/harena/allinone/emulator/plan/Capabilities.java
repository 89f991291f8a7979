package com.harena.allinone.emulator.plan;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.template.ResourceDeclaration;
import com.harena.allinone.emulator.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a caller must acknowledge before a template makes identities. */
public final class Capabilities {
  private static final Map<String, String> NAMES =
      Map.of(
          "AWS::IAM::Group", "GroupName",
          "AWS::IAM::InstanceProfile", "InstanceProfileName",
          "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
          "AWS::IAM::Role", "RoleName",
          "AWS::IAM::User", "UserName");
  private static final Set<String> UNNAMED =
      Set.of("AWS::IAM::AccessKey", "AWS::IAM::Policy", "AWS::IAM::UserToGroupAddition");

  private Capabilities() {}

  /** The capability that a template needs, if any. */
  public static Optional<String> needed(Template template) {
    boolean named = false;
    boolean any = false;
    for (ResourceDeclaration each : template.resources().values()) {
      String name = NAMES.get(each.type());
      any |= name != null || UNNAMED.contains(each.type());
      named |= name != null && each.properties().has(name);
    }
    if (named) {
      return Optional.of("CAPABILITY_NAMED_IAM");
    }
    return any ? Optional.of("CAPABILITY_IAM") : Optional.empty();
  }

  /** The types because of which it does. */
  public static List<String> types(Template template) {
    return template.resources().values().stream()
        .map(ResourceDeclaration::type)
        .filter(type -> NAMES.containsKey(type) || UNNAMED.contains(type))
        .distinct()
        .toList();
  }

  static void check(Template template, Set<String> acknowledged) {
    needed(template)
        .filter(
            capability ->
                !acknowledged.contains("CAPABILITY_NAMED_IAM")
                    && !acknowledged.contains(capability))
        .ifPresent(
            capability -> {
              throw new ApiFailure(
                  "InsufficientCapabilitiesException",
                  "Requires capabilities : [" + capability + "]");
            });
  }
}
