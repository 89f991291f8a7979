package com.harena.allinone.pulumi.testing;

import com.pulumi.core.Output;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.OutputInternal;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the engine makes before a resource: what its options and its arguments come from. */
final class Needs {
  private final Set<String> names = new LinkedHashSet<>();

  private Needs() {}

  static Set<String> of(Object arguments, CustomResourceOptions options) {
    Needs needs = new Needs();
    needs.take(options.getDependsOn());
    needs.take(arguments);
    return needs.names;
  }

  private void take(Object value) {
    if (value instanceof OutputInternal<?> output) {
      output.getResources().join().forEach(each -> names.add(each.pulumiResourceName()));
      take(output.getValueNullable().join());
    } else if (value instanceof Output<?>) {
      throw new AssertionError("an output of a kind that is not known: " + value.getClass());
    } else if (value instanceof Resource resource) {
      names.add(resource.pulumiResourceName());
    } else if (value instanceof Optional<?> optional) {
      optional.ifPresent(this::take);
    } else if (value instanceof Collection<?> all) {
      all.forEach(this::take);
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(this::take);
    } else if (value != null && value.getClass().getName().startsWith("com.pulumi.aws.")) {
      fields(value);
    }
  }

  private void fields(Object value) {
    for (Class<?> type = value.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.isAnnotationPresent(Import.class)) {
          field.setAccessible(true);
          try {
            take(field.get(value));
          } catch (IllegalAccessException e) {
            throw new AssertionError(e);
          }
        }
      }
    }
  }
}
