package com.harena.allinone.emulator.handler.shape;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** One pass over a template's JSON that sets a builder's members and collects what does not fit. */
final class Filling {
  private final Names names;
  private final List<ShapeFault> faults = new ArrayList<>();

  Filling(Names names) {
    this.names = names;
  }

  List<ShapeFault> faults() {
    return List.copyOf(faults);
  }

  void fill(SdkPojo builder, ObjectNode json, String path) {
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      String here = path.isEmpty() ? member.getKey() : path + "." + member.getKey();
      Optional<SdkField<?>> field = names.field(builder, member.getKey());
      if (field.isEmpty()) {
        faults.add(ShapeFault.unknown(here));
      } else {
        Object value = value(field.get(), member.getValue(), here);
        if (value != null) {
          field.get().set(builder, value);
        }
      }
    }
  }

  private Object value(SdkField<?> field, JsonNode node, String path) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      return pojo(field, node, path);
    }
    if (type == MarshallingType.LIST) {
      return list(field, node, path);
    }
    if (type == MarshallingType.MAP) {
      return map(field, node, path);
    }
    try {
      return Scalar.convert(type, node);
    } catch (IllegalArgumentException problem) {
      return fault(path, problem.getMessage());
    }
  }

  /** CloudFront's model wraps each list as its quantity and items; the template gives the list. */
  private Object pojo(SdkField<?> field, JsonNode node, String path) {
    SdkPojo builder = field.constructor().get();
    Optional<SdkField<?>> items = names.field(builder, "Items");
    if (node.isArray() && items.isPresent()) {
      items.get().set(builder, list(items.get(), node, path));
    } else if (node instanceof ObjectNode object) {
      fill(builder, object, path);
    } else {
      return fault(path, "an object is expected");
    }
    if (items.isPresent()) {
      int quantity = node.isArray() ? node.size() : node.path("Items").size();
      names.field(builder, "Quantity").ifPresent(count -> count.set(builder, quantity));
    }
    return ((Buildable) builder).build();
  }

  private Object list(SdkField<?> field, JsonNode node, String path) {
    if (!node.isArray()) {
      return fault(path, "a list is expected");
    }
    SdkField<?> element = field.getTrait(ListTrait.class).memberFieldInfo();
    List<Object> values = new ArrayList<>();
    for (JsonNode each : node) {
      Object value = value(element, each, path);
      if (value != null) {
        values.add(value);
      }
    }
    return values;
  }

  private Object map(SdkField<?> field, JsonNode node, String path) {
    if (!node.isObject()) {
      return fault(path, "an object is expected");
    }
    SdkField<?> element = field.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, Object> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> each : node.properties()) {
      Object value = value(element, each.getValue(), path + "." + each.getKey());
      if (value != null) {
        values.put(each.getKey(), value);
      }
    }
    return values;
  }

  private Object fault(String path, String problem) {
    faults.add(new ShapeFault(path, problem));
    return null;
  }
}
