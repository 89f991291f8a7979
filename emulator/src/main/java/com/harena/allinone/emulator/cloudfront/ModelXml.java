package com.harena.allinone.emulator.cloudfront;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;

/** The XML of a call as JSON with the model's names, of which the model itself is then made. */
final class ModelXml {
  private ModelXml() {}

  /** The root element of a call's body. */
  static Element parse(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(text)))
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException problem) {
      throw new CloudFrontRefusal(400, "MalformedXML", "the body is not well-formed XML", problem);
    }
  }

  /** What an element says of a model. */
  static ObjectNode json(Element element, SdkPojo model) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (Element child : children(element)) {
      SdkField<?> field = field(model, child.getTagName());
      json.set(
          field == null ? child.getTagName() : field.memberName(),
          field == null ? text(child) : value(child, field));
    }
    return json;
  }

  private static JsonNode value(Element element, SdkField<?> field) {
    if (field.marshallingType() == MarshallingType.SDK_POJO) {
      return json(element, field.constructor().get());
    }
    if (field.marshallingType() == MarshallingType.LIST) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      children(element).forEach(child -> list.add(value(child, member)));
      return list;
    }
    if (field.marshallingType() == MarshallingType.SDK_BYTES) {
      byte[] bytes = Base64.getMimeDecoder().decode(element.getTextContent());
      return JsonNodeFactory.instance.textNode(new String(bytes, StandardCharsets.UTF_8));
    }
    return text(element);
  }

  /** The child of this name, if there is one. */
  static Element child(Element element, String name) {
    return children(element).stream()
        .filter(child -> child.getTagName().equals(name))
        .findFirst()
        .orElse(null);
  }

  private static SdkField<?> field(SdkPojo model, String name) {
    for (SdkField<?> field : model.sdkFields()) {
      if (field.locationName().equals(name)) {
        return field;
      }
    }
    return null;
  }

  private static List<Element> children(Element element) {
    List<Element> children = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(child);
      }
    }
    return children;
  }

  private static JsonNode text(Element element) {
    return JsonNodeFactory.instance.textNode(element.getTextContent());
  }
}
