package com.harena.allinone.emulator.cloudfront;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import software.amazon.awssdk.services.cloudfront.model.Tag;
import software.amazon.awssdk.services.cloudfront.model.Tags;

/** Tags of what CloudFront holds. */
final class Tagging {
  private final Entities entities;

  Tagging(Entities entities) {
    this.entities = entities;
  }

  Answer answer(Call call, String query) {
    Map<String, String> parameters = parameters(query);
    Entity entity = entities.byArn(parameters.getOrDefault("Resource", ""));
    if (call.method().equals("GET")) {
      return Answer.of(200, "text/xml", ModelText.document("Tags", model(entity.tags())));
    }
    Map<String, String> tags = new HashMap<>(entity.tags());
    Element root = CloudFront.root(call);
    if (parameters.getOrDefault("Operation", "").equals("Untag")) {
      texts(root, "Key").forEach(tags::remove);
    } else {
      tags.putAll(read(root));
    }
    entities.put(entity.tagged(tags));
    return Answer.of(204, "text/xml", "");
  }

  /** The tags of an element, which may be missing. */
  static Map<String, String> read(Element element) {
    Map<String, String> tags = new HashMap<>();
    if (element != null) {
      NodeList each = element.getElementsByTagName("Tag");
      for (int i = 0; i < each.getLength(); i++) {
        Element tag = (Element) each.item(i);
        tags.put(String.join("", texts(tag, "Key")), String.join("", texts(tag, "Value")));
      }
    }
    return tags;
  }

  static Map<String, String> parameters(String query) {
    Map<String, String> parameters = new HashMap<>();
    for (String each : query.split("&", -1)) {
      String[] pair = each.split("=", 2);
      parameters.put(
          pair[0], pair.length > 1 ? URLDecoder.decode(pair[1], StandardCharsets.UTF_8) : "");
    }
    return parameters;
  }

  private static Tags model(Map<String, String> tags) {
    List<Tag> items = new ArrayList<>();
    new TreeMap<>(tags)
        .forEach((key, value) -> items.add(Tag.builder().key(key).value(value).build()));
    return Tags.builder().items(items).build();
  }

  private static List<String> texts(Element element, String name) {
    List<String> texts = new ArrayList<>();
    NodeList each = element.getElementsByTagName(name);
    for (int i = 0; i < each.getLength(); i++) {
      texts.add(each.item(i).getTextContent());
    }
    return texts;
  }
}
