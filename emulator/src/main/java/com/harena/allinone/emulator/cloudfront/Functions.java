package com.harena.allinone.emulator.cloudfront;

import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.w3c.dom.Element;
import software.amazon.awssdk.core.SdkPojo;

/** CloudFront's functions, whose code is a draft until it is published. */
final class Functions {
  private final Entities entities;
  private final String account;

  Functions(Entities entities, String account) {
    this.entities = entities;
    this.account = account;
  }

  Answer answer(Call call, String[] path, String query) {
    if (path.length == 1) {
      return call.method().equals("POST")
          ? create(CloudFront.root(call))
          : Lists.of(Kind.FUNCTION, entities.list(Kind.FUNCTION));
    }
    Entity function = entities.find(Kind.FUNCTION, path[1]);
    if (path.length > 2 && path[2].equals("publish")) {
      Entity live = entities.put(Entities.matched(function, call).live());
      return Documents.whole(200, live);
    }
    return switch (call.method()) {
      case "GET" -> path.length > 2 ? described(function, query) : code(function, query);
      case "PUT" -> change(Entities.matched(function, call), CloudFront.root(call));
      case "DELETE" -> delete(Entities.matched(function, call));
      default -> throw CloudFront.unknown(call);
    };
  }

  private Answer create(Element root) {
    String name = text(root, "Name");
    Entity function =
        Entity.of(Kind.FUNCTION, name, account, config(root), Tagging.read(root)).coded(code(root));
    return Documents.whole(201, entities.add(function));
  }

  private Answer change(Entity function, Element root) {
    Entity changed = function.configured(config(root)).coded(code(root));
    return Documents.whole(200, entities.change(changed));
  }

  private Answer delete(Entity function) {
    entities.remove(function);
    return Answer.of(204, "text/xml", "");
  }

  private static Answer described(Entity function, String query) {
    staged(function, query);
    return Documents.whole(200, function);
  }

  private static Answer code(Entity function, String query) {
    staged(function, query);
    return Documents.answer(200, function, function.code());
  }

  /** The stage LIVE exists only once the function is published. */
  private static void staged(Entity function, String query) {
    if (query.contains("Stage=LIVE") && !function.published()) {
      throw Kind.FUNCTION.missing(function.id());
    }
  }

  private static SdkPojo config(Element root) {
    return Kind.FUNCTION.configuration().read(ModelXml.child(root, "FunctionConfig"));
  }

  private static String code(Element root) {
    return new String(
        Base64.getMimeDecoder().decode(text(root, "FunctionCode")), StandardCharsets.UTF_8);
  }

  private static String text(Element root, String name) {
    return Optional.ofNullable(ModelXml.child(root, name))
        .map(Element::getTextContent)
        .orElseThrow(() -> new CloudFrontRefusal(400, "InvalidArgument", name + " is missing"));
  }
}
