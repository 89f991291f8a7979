package com.harena.allinone.emulator.cloudfront;

import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.server.Answer;
import com.harena.allinone.emulator.server.Call;
import com.harena.allinone.emulator.server.Onward;
import java.util.HashMap;
import java.util.Map;
import org.w3c.dom.Element;

/** Answers CloudFront's API of 2020-05-31, as far as handlers and tests ask for it. */
public final class CloudFront implements Onward {
  private static final String VERSION = "/2020-05-31/";

  private final String account;
  private final VpcOriginNetwork network;
  private final Entities entities = new Entities();
  private final Functions functions;
  private final Tagging tagging = new Tagging(entities);

  /**
   * An empty CloudFront.
   *
   * @param account the account that owns everything
   * @param network what VPC origins leave in their VPC
   */
  public CloudFront(String account, VpcOriginNetwork network) {
    this.account = account;
    this.network = network;
    this.functions = new Functions(entities, account);
  }

  @Override
  public Answer pass(Call call) {
    try {
      return answer(call);
    } catch (CloudFrontRefusal refusal) {
      return Answer.of(
          refusal.status(), "text/xml", ModelText.error(refusal.code(), refusal.getMessage()));
    } catch (ResourceFailure malformed) {
      return Answer.of(400, "text/xml", ModelText.error("MalformedInput", malformed.getMessage()));
    }
  }

  private Answer answer(Call call) {
    String[] parts = call.target().split("\\?", 2);
    String query = parts.length > 1 ? parts[1] : "";
    String[] path =
        parts[0].startsWith(VERSION)
            ? parts[0].substring(VERSION.length()).split("/", -1)
            : new String[] {""};
    if (path[0].equals("tagging")) {
      return tagging.answer(call, query);
    }
    Kind kind = Kind.of(path[0]).orElseThrow(() -> unknown(call));
    if (kind == Kind.FUNCTION) {
      return functions.answer(call, path, query);
    }
    if (path.length == 1) {
      return switch (call.method()) {
        case "POST" -> create(kind, call);
        case "GET" -> Lists.of(kind, entities.list(kind));
        default -> throw unknown(call);
      };
    }
    Entity entity = entities.find(kind, path[1]);
    return switch (call.method()) {
      case "GET" -> path.length > 2 ? Documents.config(entity) : Documents.whole(200, entity);
      case "PUT" -> change(Entities.matched(entity, call), call);
      case "DELETE" -> delete(Entities.matched(entity, call));
      default -> throw unknown(call);
    };
  }

  private Answer create(Kind kind, Call call) {
    Element root = root(call);
    Element config = root;
    Map<String, String> tags = new HashMap<>();
    if (root.getTagName().endsWith("WithTags")) {
      config = ModelXml.child(root, "DistributionConfig");
      tags.putAll(Tagging.read(ModelXml.child(root, "Tags")));
    } else if (kind == Kind.VPC_ORIGIN) {
      config = ModelXml.child(root, "VpcOriginEndpointConfig");
      tags.putAll(Tagging.read(ModelXml.child(root, "Tags")));
    }
    Entity entity =
        entities.add(
            Entity.of(
                kind, Entities.newId(kind), account, kind.configuration().read(config), tags));
    if (kind == Kind.VPC_ORIGIN) {
      enter(entity);
    }
    return Documents.whole(201, entity);
  }

  private void enter(Entity origin) {
    try {
      network.enter(origin.id(), origin.json().path("Arn").asText());
    } catch (RuntimeException refused) {
      entities.remove(origin);
      throw new CloudFrontRefusal(400, "InvalidArgument", refused.getMessage(), refused);
    }
  }

  private Answer change(Entity entity, Call call) {
    Entity changed = entity.configured(entity.kind().configuration().read(root(call)));
    return Documents.whole(200, entities.change(changed));
  }

  private Answer delete(Entity entity) {
    entities.remove(entity);
    if (entity.kind() == Kind.VPC_ORIGIN) {
      network.leave(entity.id());
    }
    return Answer.of(204, "text/xml", "");
  }

  static Element root(Call call) {
    return ModelXml.parse(call.body().text().orElse(""));
  }

  static CloudFrontRefusal unknown(Call call) {
    return new CloudFrontRefusal(
        400,
        "InvalidAction",
        "this local CloudFront does not know %s %s".formatted(call.method(), call.target()));
  }
}
