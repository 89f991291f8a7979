package com.harena.allinone.emulator.handler.shape;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.protocol.MarshallingType;

/** Single values, converted as CloudFormation does: "80" is a number and "true" a boolean. */
final class Scalar {
  private static final Map<MarshallingType<?>, Function<String, Object>> CONVERSIONS =
      Map.of(
          MarshallingType.STRING, text -> text,
          MarshallingType.INTEGER, text -> new BigDecimal(text).intValueExact(),
          MarshallingType.LONG, text -> new BigDecimal(text).longValueExact(),
          MarshallingType.DOUBLE, Double::valueOf,
          MarshallingType.FLOAT, Float::valueOf,
          MarshallingType.BIG_DECIMAL, BigDecimal::new,
          MarshallingType.BOOLEAN, Scalar::truth,
          MarshallingType.INSTANT, Instant::parse,
          MarshallingType.SDK_BYTES, SdkBytes::fromUtf8String);

  private Scalar() {}

  static Object convert(MarshallingType<?> type, JsonNode node) {
    if (!node.isValueNode()) {
      throw new IllegalArgumentException("a single value is expected");
    }
    Function<String, Object> conversion = CONVERSIONS.get(type);
    if (conversion == null) {
      throw new IllegalArgumentException("values of this kind are not known");
    }
    try {
      return conversion.apply(node.asText());
    } catch (NumberFormatException problem) {
      throw new IllegalArgumentException("a number is expected", problem);
    } catch (ArithmeticException problem) {
      throw new IllegalArgumentException("a whole number is expected", problem);
    } catch (DateTimeParseException problem) {
      throw new IllegalArgumentException(
          "a time such as 2026-11-27T12:00:00Z is expected", problem);
    }
  }

  private static Boolean truth(String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    throw new IllegalArgumentException("true or false is expected");
  }
}
