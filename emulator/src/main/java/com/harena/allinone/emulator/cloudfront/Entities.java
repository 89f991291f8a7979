package com.harena.allinone.emulator.cloudfront;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.server.Call;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All that CloudFront holds, with the rules that go across. */
final class Entities {
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final int ID_LENGTH = 13;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<String, Entity> all = new TreeMap<>();

  /** A new id. */
  static String newId(Kind kind) {
    StringBuilder id = new StringBuilder(kind == Kind.VPC_ORIGIN ? "vo_" : "E");
    for (int i = 0; i < ID_LENGTH; i++) {
      id.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return id.toString();
  }

  synchronized Entity find(Kind kind, String id) {
    Entity entity = all.get(kind + "/" + id);
    if (entity == null) {
      throw kind.missing(id);
    }
    return entity;
  }

  synchronized List<Entity> list(Kind kind) {
    return all.values().stream().filter(entity -> entity.kind() == kind).toList();
  }

  synchronized Entity byArn(String arn) {
    return all.values().stream()
        .filter(entity -> entity.arn().equals(arn))
        .findFirst()
        .orElseThrow(() -> new CloudFrontRefusal(404, "NoSuchResource", "no resource " + arn));
  }

  /** Adds a new one. */
  synchronized Entity add(Entity entity) {
    refuseTakenName(entity, list(entity.kind()).stream());
    check(entity);
    return put(entity);
  }

  /** Changes one; a VPC origin that a distribution uses refuses every change. */
  synchronized Entity change(Entity entity) {
    if (entity.kind() == Kind.VPC_ORIGIN && used(entity)) {
      throw new CloudFrontRefusal(
          409,
          "CannotUpdateEntityWhileInUse",
          "The VPC origin %s is attached to a distribution".formatted(entity.id()));
    }
    refuseTakenName(
        entity, list(entity.kind()).stream().filter(other -> !other.id().equals(entity.id())));
    check(entity);
    return put(entity);
  }

  /** Puts one without looking at its configuration, which is as before. */
  synchronized Entity put(Entity entity) {
    all.put(entity.kind() + "/" + entity.id(), entity);
    return entity;
  }

  synchronized void remove(Entity entity) {
    if (used(entity)) {
      throw entity.kind().inUse(entity.id());
    }
    if (entity.kind() == Kind.DISTRIBUTION && entity.json().path("Enabled").asBoolean()) {
      throw new CloudFrontRefusal(
          409,
          "DistributionNotDisabled",
          "The distribution you are trying to delete has not been disabled.");
    }
    all.remove(entity.kind() + "/" + entity.id());
  }

  /** The entity, if the call names its present version. */
  static Entity matched(Entity entity, Call call) {
    String version =
        call.headers()
            .first("If-Match")
            .orElseThrow(
                () ->
                    new CloudFrontRefusal(
                        400,
                        "InvalidIfMatchVersion",
                        "The If-Match version is missing or not valid for the resource."));
    if (!version.equals(entity.etag())) {
      throw new CloudFrontRefusal(
          412, "PreconditionFailed", "The request failed because the version is not the present.");
    }
    return entity;
  }

  /** Names are unique among a kind. */
  private void refuseTakenName(Entity entity, Stream<Entity> others) {
    String name = entity.name();
    if (!name.isEmpty() && others.anyMatch(other -> other.name().equals(name))) {
      throw entity.kind().exists(name);
    }
  }

  private boolean used(Entity entity) {
    String member = entity.kind().referredBy();
    return !member.isEmpty()
        && list(Kind.DISTRIBUTION).stream()
            .anyMatch(
                distribution ->
                    distribution.json().findValuesAsText(member).contains(entity.reference()));
  }

  /** A distribution may name only what exists; a VPC origin's name stays the account's only one. */
  private void check(Entity entity) {
    if (entity.kind() != Kind.DISTRIBUTION) {
      return;
    }
    ObjectNode config = entity.json();
    for (Kind kind : Kind.values()) {
      for (String named : config.findValuesAsText(kind.referredBy())) {
        if (!named.isEmpty() && list(kind).stream().noneMatch(e -> e.reference().equals(named))) {
          throw kind.missing(named);
        }
      }
    }
    List<String> origins = config.path("Origins").findValuesAsText("Id");
    for (String target : config.findValuesAsText("TargetOriginId")) {
      if (!origins.contains(target)) {
        throw new CloudFrontRefusal(
            404, "NoSuchOrigin", "One or more of your origins or origin groups do not exist.");
      }
    }
  }
}
