package com.harena.allinone.emulator.cloudfront;

import java.util.List;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;

/** A model of the SDK as the XML that its client reads. */
final class ModelText {
  private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

  private ModelText() {}

  /** A document with this root element. */
  static String document(String root, SdkPojo model) {
    StringBuilder out = new StringBuilder(DECLARATION);
    element(out, root, model);
    return out.toString();
  }

  /** The document of a refusal. */
  static String error(String code, String message) {
    return DECLARATION
        + "<ErrorResponse><Error><Type>Sender</Type><Code>%s</Code><Message>%s</Message></Error><RequestId>local</RequestId></ErrorResponse>"
            .formatted(escaped(code), escaped(message));
  }

  private static void element(StringBuilder out, String name, SdkPojo model) {
    out.append('<').append(name).append('>');
    for (SdkField<?> field : model.sdkFields()) {
      Object value = field.getValueOrDefault(model);
      if (value != null) {
        value(out, field, value);
      }
    }
    out.append("</").append(name).append('>');
  }

  private static void value(StringBuilder out, SdkField<?> field, Object value) {
    String name = field.locationName();
    if (value instanceof SdkPojo model) {
      element(out, name, model);
    } else if (value instanceof List<?> list) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      out.append('<').append(name).append('>');
      list.forEach(each -> value(out, member, each));
      out.append("</").append(name).append('>');
    } else {
      out.append('<').append(name).append('>');
      out.append(escaped(value.toString()));
      out.append("</").append(name).append('>');
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
