package com.harena.allinone.stack.redeploy;

import com.harena.allinone.blueprint.Blueprint;
import com.harena.allinone.blueprint.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every property that a blueprint can set, read from its records. */
final class BlueprintLeaves {
  private BlueprintLeaves() {}

  /** Paths such as {@code services.backend.port}, in the order of the records. */
  static List<String> all() {
    return below(Blueprint.class, "");
  }

  private static List<String> below(Class<?> type, String prefix) {
    List<String> paths = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> inner = innerType(component.getGenericType());
      if (inner.isRecord() && !inner.isAnnotationPresent(Text.class)) {
        paths.addAll(below(inner, prefix + component.getName() + "."));
      } else {
        paths.add(prefix + component.getName());
      }
    }
    return paths;
  }

  private static Class<?> innerType(Type type) {
    if (type instanceof ParameterizedType parameterized) {
      return parameterized.getRawType() == Optional.class
          ? innerType(parameterized.getActualTypeArguments()[0])
          : (Class<?>) parameterized.getRawType();
    }
    return (Class<?>) type;
  }
}
