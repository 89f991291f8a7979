package com.harena.allinone.pulumi.testing;

import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import com.pulumi.resources.ResourceArgs;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A resource as the program registered it.
 *
 * @param type Pulumi's token, such as {@code aws:ec2/vpc:Vpc}
 * @param name its logical name
 * @param inputs its inputs; numbers are doubles, a reference is told as {@code ref:NAME.ATTRIBUTE}
 * @param options its options
 * @param resource the resource itself
 * @param arguments the arguments that it was made with
 */
public record Registered(
    String type,
    String name,
    Map<String, Object> inputs,
    CustomResourceOptions options,
    Resource resource,
    ResourceArgs arguments) {

  /** The text of an input. */
  public String text(String input) {
    return (String) inputs.get(input);
  }

  /** Whether an output of its own is a secret in the state. */
  public boolean hides(String output) {
    return options.getAdditionalSecretOutputs().contains(output);
  }

  /** The names of the resources that must be made before it by its options. */
  public List<String> madeAfter() {
    return Recording.names(options.getDependsOn());
  }

  /** The names of everything that the engine makes before it, by its options or its arguments. */
  public Set<String> needs() {
    return Needs.of(arguments, options);
  }
}
