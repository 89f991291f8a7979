package com.harena.allinone.pulumi.parity;

import com.pulumi.core.Either;
import com.pulumi.core.annotations.Import;
import com.pulumi.core.internal.OutputInternal;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds arguments against what the provider's own classes say of them. */
final class RequiredInputs {
  private final List<String> faults = new ArrayList<>();

  private RequiredInputs() {}

  /**
   * What is required and missing, and what is none of the values that the provider knows.
   *
   * @param where what the faults are told of
   */
  static List<String> faults(String where, Object arguments) {
    RequiredInputs check = new RequiredInputs();
    check.object(where, arguments);
    return check.faults;
  }

  private void object(String where, Object arguments) {
    for (Class<?> type = arguments.getClass(); type != Object.class; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        Import input = field.getAnnotation(Import.class);
        if (input != null) {
          field(where + "." + input.name(), field, input.required(), arguments);
        }
      }
    }
  }

  private void field(String where, Field field, boolean required, Object arguments) {
    try {
      field.setAccessible(true);
      Object value = plain(field.get(arguments));
      if (value == null && required) {
        faults.add(where + " is required");
      }
      value(where, value, known(field.getGenericType()));
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  private void value(String where, Object value, List<String> known) {
    Object plain = plain(value);
    if (plain instanceof Collection<?> all) {
      all.forEach(each -> value(where + "[]", each, known));
    } else if (plain instanceof Map<?, ?> map) {
      map.forEach((key, each) -> value(where + "." + key, each, known));
    } else if (plain instanceof String text && !known.isEmpty() && !known.contains(text)) {
      faults.add(where + " is none of " + known + ": " + text);
    } else if (plain != null && plain.getClass().getName().startsWith("com.pulumi.aws.")) {
      object(where, plain);
    }
  }

  private static Object plain(Object value) {
    if (value instanceof OutputInternal<?> output) {
      return plain(output.getValueNullable().join());
    }
    if (value instanceof Optional<?> optional) {
      return plain(optional.orElse(null));
    }
    if (value instanceof Either<?, ?> either) {
      return plain(either.isLeft() ? either.left() : either.right());
    }
    return value instanceof Enum<?> constant ? text(constant) : value;
  }

  /** The values of the enumeration in a field's type, if there is one. */
  private static List<String> known(Type type) {
    if (type instanceof Class<?> named && named.isEnum()) {
      return Arrays.stream(named.getEnumConstants()).map(RequiredInputs::text).toList();
    }
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        List<String> values = known(argument);
        if (!values.isEmpty()) {
          return values;
        }
      }
    }
    return List.of();
  }

  private static String text(Object constant) {
    try {
      return constant.getClass().getMethod("getValue").invoke(constant).toString();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
