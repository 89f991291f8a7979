package com.harena.allinone.emulator.state;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Optional;

/** Writes optional texts as texts or null; no other optional values are kept. */
final class OptionalTexts {
  private OptionalTexts() {}

  static void addTo(SimpleModule module) {
    module.addSerializer(new Writer());
    module.addDeserializer(Optional.class, new Reader());
  }

  @SuppressWarnings("rawtypes")
  private static final class Writer extends StdSerializer<Optional> {
    Writer() {
      super(Optional.class);
    }

    @Override
    public void serialize(Optional value, JsonGenerator out, SerializerProvider any)
        throws IOException {
      if (value.isPresent()) {
        out.writeString((String) value.get());
      } else {
        out.writeNull();
      }
    }
  }

  @SuppressWarnings("rawtypes")
  private static final class Reader extends StdDeserializer<Optional> {
    Reader() {
      super(Optional.class);
    }

    @Override
    public Optional<?> deserialize(JsonParser in, DeserializationContext any) throws IOException {
      return Optional.of(in.getText());
    }

    @Override
    public Optional<?> getNullValue(DeserializationContext any) {
      return Optional.empty();
    }

    @Override
    public Optional<?> getAbsentValue(DeserializationContext any) {
      return Optional.empty();
    }
  }
}
