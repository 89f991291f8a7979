package com.harena.allinone.blueprint.shape;

import com.harena.allinone.blueprint.Setting;
import com.harena.allinone.blueprint.Size;
import com.harena.allinone.blueprint.Text;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Derives shapes from records. */
public final class Shapes {
  private Shapes() {}

  /** The section that a record describes. */
  public static SectionShape of(Class<? extends Record> type) {
    return section(type);
  }

  private static SectionShape section(Class<?> type) {
    return new SectionShape(
        type, Arrays.stream(type.getRecordComponents()).map(Shapes::key).toList());
  }

  private static KeyShape key(RecordComponent component) {
    Setting setting = component.getAnnotation(Setting.class);
    if (setting == null) {
      throw new IllegalStateException(component + " has no @Setting");
    }
    Type type = component.getGenericType();
    boolean optional = component.getType() == Optional.class;
    return new KeyShape(
        component.getName(),
        setting,
        optional,
        shape(optional ? argument(type, 0) : type, setting));
  }

  private static Shape shape(Type type, Setting setting) {
    if (type instanceof ParameterizedType parameterized) {
      if (parameterized.getRawType() == List.class) {
        return new ListShape(scalar(argument(type, 0), setting));
      }
      if (parameterized.getRawType() == Map.class) {
        return new MapShape(scalar(argument(type, 0), setting), scalar(argument(type, 1), setting));
      }
    }
    if (type instanceof Class<?> raw && raw.isRecord() && !raw.isAnnotationPresent(Text.class)) {
      return section(raw);
    }
    return scalar(type, setting);
  }

  private static ScalarForm scalar(Type type, Setting setting) {
    if (type == String.class) {
      return new FreeText();
    } else if (type == int.class) {
      return new WholeNumber(setting.min(), setting.max());
    } else if (type == boolean.class) {
      return new Truth();
    } else if (type == LocalTime.class) {
      return new TimeOfDay();
    } else if (type == ZoneId.class) {
      return new TimeZoneName();
    } else if (type == Size.class) {
      return new SizeText(Size.parse(setting.smallest()), Size.parse(setting.largest()));
    } else if (type instanceof Class<?> raw && raw.isEnum()) {
      return Choice.of(raw);
    } else if (type instanceof Class<?> raw && raw.isAnnotationPresent(Text.class)) {
      return new AnnotatedText(raw);
    }
    throw new IllegalStateException("no form for " + type.getTypeName());
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }
}
