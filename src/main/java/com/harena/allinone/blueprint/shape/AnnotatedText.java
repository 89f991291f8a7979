package com.harena.allinone.blueprint.shape;

import com.harena.allinone.blueprint.Text;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;

/**
 * A text whose form is stated by the {@link Text} annotation of its record.
 *
 * @param type the record, made from one text
 */
record AnnotatedText(Class<?> type) implements ScalarForm {
  @Override
  public Kind kind() {
    return Kind.TEXT;
  }

  @Override
  public Optional<Object> read(String text) {
    try {
      return Optional.of(type.getConstructor(String.class).newInstance(text));
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException) {
        return Optional.empty();
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String allowed() {
    return type.getAnnotation(Text.class).allowed();
  }

  @Override
  public Optional<String> pattern() {
    return Optional.of(type.getAnnotation(Text.class).pattern());
  }

  @Override
  public String mend(String text) {
    String simple = text.strip().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return !simple.equals(text) && read(simple).isPresent()
        ? "did you mean `%s`".formatted(simple)
        : "";
  }
}
