package com.harena.allinone.emulator.state;

import com.harena.allinone.emulator.engine.ParameterValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a caller wants of a stack.
 *
 * @param templateText the template as given
 * @param description what the template says of itself, or empty
 * @param parameters values of the parameters, unmasked
 * @param masked values of the parameters, secrets masked
 * @param secrets values that never may be told
 * @param tags its tags
 * @param notificationArns topics
 * @param capabilities capabilities that were acknowledged
 * @param roleArn its service role, or empty
 */
public record StackConfig(
    String templateText,
    String description,
    List<ParameterValue> parameters,
    List<ParameterValue> masked,
    Set<String> secrets,
    Map<String, String> tags,
    List<String> notificationArns,
    List<String> capabilities,
    String roleArn) {

  /** What a stack under review has. */
  public static StackConfig none() {
    return new StackConfig(
        "", "", List.of(), List.of(), Set.of(), Map.of(), List.of(), List.of(), "");
  }

  /** The values that a caller's {@code UsePreviousValue} means. */
  public Map<String, String> previousValues() {
    return parameters.stream()
        .collect(Collectors.toMap(ParameterValue::key, ParameterValue::value));
  }
}
