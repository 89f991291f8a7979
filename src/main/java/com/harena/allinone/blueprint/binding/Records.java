package com.harena.allinone.blueprint.binding;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/** Makes records from the values of their components. */
final class Records {
  private Records() {}

  static Object make(Class<?> type, List<Object> values) {
    try {
      return type.getDeclaredConstructor(
              Arrays.stream(type.getRecordComponents())
                  .map(RecordComponent::getType)
                  .toArray(Class<?>[]::new))
          .newInstance(values.toArray());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("cannot make a " + type.getSimpleName(), e);
    }
  }
}
