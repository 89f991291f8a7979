package com.harena.allinone.pulumi;

import com.harena.allinone.template.StackOutput;
import com.pulumi.Context;
import com.pulumi.core.Output;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What an operator, and the commands that work on a deployed stack, need to know of it, under the
 * names of the core.
 */
final class StackOutputs {
  private final Map<StackOutput, Output<String>> values = new EnumMap<>(StackOutput.class);

  /** Adds an output. */
  StackOutputs with(StackOutput output, Output<String> value) {
    values.put(output, value);
    return this;
  }

  /** Adds where viewers go, the distribution and the site's bucket. */
  StackOutputs with(WebEdge edge) {
    return with(
            StackOutput.SITE_ADDRESS,
            edge.distribution().domainName().applyValue(name -> "https://" + name))
        .with(StackOutput.DISTRIBUTION_ID, edge.distribution().id())
        .with(StackOutput.SITE_BUCKET_NAME, edge.site().bucket().id());
  }

  /**
   * Tells them to the engine.
   *
   * @throws IllegalStateException if one is missing
   */
  void tell(Context context) {
    Set<StackOutput> missing = new TreeSet<>(Set.of(StackOutput.values()));
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalStateException("the stack does not tell its outputs %s".formatted(missing));
    }
    values.forEach((output, value) -> context.export(output.id(), value));
  }
}
