package com.harena.allinone.emulator.server.query;

import com.harena.allinone.emulator.engine.ApiFailure;
import com.harena.allinone.emulator.engine.OnStackFailure;
import com.harena.allinone.emulator.engine.ParameterInput;
import com.harena.allinone.emulator.engine.StackRequest;
import com.harena.allinone.emulator.server.Form;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the actions that make or change a stack have in common. */
final class StackInput {
  private final TemplateText templates;

  StackInput(TemplateText templates) {
    this.templates = templates;
  }

  /**
   * Reads a stack as it shall be.
   *
   * @param failure parameter that says what becomes of the stack if it fails
   */
  StackRequest read(Form form, String failure) throws IOException {
    refuse(form, "StackPolicyBody", "StackPolicyURL", "RollbackConfiguration", "ResourcesToImport");
    StackRequest.Builder stack =
        StackRequest.of(required(form, "StackName"))
            .parameters(form.structures("Parameters").stream().map(StackInput::parameter).toList())
            .capabilities(new LinkedHashSet<>(form.list("Capabilities")))
            .notificationArns(form.list("NotificationARNs"))
            .terminationProtection(form.flag("EnableTerminationProtection"));
    Optional<String> template = templates.of(form);
    if (template.isEmpty() && !form.flag("UsePreviousTemplate")) {
      throw ApiFailure.validation("Either Template URL or Template Body must be specified.");
    }
    template.ifPresent(stack::template);
    if (form.values().keySet().stream().anyMatch(name -> name.matches("Tags(\\..*)?"))) {
      stack.tags(tags(form));
    }
    form.text("RoleARN").ifPresent(stack::roleArn);
    form.text("ClientRequestToken").ifPresent(stack::token);
    onFailure(form, failure).ifPresent(stack::onFailure);
    return stack.build();
  }

  /** A parameter that must be there. */
  static String required(Form form, String name) {
    return form.text(name)
        .orElseThrow(
            () ->
                ApiFailure.validation(
                    "1 validation error detected: Value null at '%s' failed to satisfy constraint: Member must not be null"
                        .formatted(Character.toLowerCase(name.charAt(0)) + name.substring(1))));
  }

  private static void refuse(Form form, String... names) {
    for (String name : names) {
      boolean given =
          form.values().entrySet().stream()
              .filter(entry -> !entry.getValue().isEmpty())
              .anyMatch(entry -> entry.getKey().matches(name + "(\\..*)?"));
      if (given) {
        throw ApiFailure.validation(
            "the local CloudFormation does not know the parameter %s: leave it out"
                .formatted(name));
      }
    }
  }

  private static ParameterInput parameter(Form given) {
    return new ParameterInput(
        required(given, "ParameterKey"),
        Optional.ofNullable(given.values().get("ParameterValue")),
        given.flag("UsePreviousValue"));
  }

  private static Map<String, String> tags(Form form) {
    Map<String, String> tags = new LinkedHashMap<>();
    form.structures("Tags")
        .forEach(tag -> tags.put(required(tag, "Key"), tag.values().getOrDefault("Value", "")));
    return tags;
  }

  private static Optional<OnStackFailure> onFailure(Form form, String failure) {
    if (form.flag("DisableRollback")) {
      return Optional.of(OnStackFailure.DO_NOTHING);
    }
    return form.text(failure).map(name -> choice(OnStackFailure.class, failure, name));
  }

  /** One of the names of an enumeration. */
  static <E extends Enum<E>> E choice(Class<E> type, String parameter, String name) {
    List<E> known = Arrays.asList(type.getEnumConstants());
    return known.stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                ApiFailure.validation(
                    "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: Member must satisfy enum value set: %s"
                        .formatted(name, parameter, known)));
  }
}
