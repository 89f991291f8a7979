package com.harena.allinone.emulator.handler;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import com.harena.allinone.emulator.moto.MotoProcess;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.resource.StackScope;
import com.harena.allinone.emulator.server.BucketPolicies;
import com.harena.allinone.emulator.server.FrontServer;
import com.harena.allinone.emulator.testing.LocalMoto;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The handlers of all types before a moto of their own. */
final class Bench implements AutoCloseable {
  static final String ACCOUNT = "123456789012";
  static final String REGION = "eu-west-1";

  private final MotoProcess moto;
  private final FrontServer front;
  private final List<ResourceHandler> handlers;

  private Bench(MotoProcess moto) {
    this.moto = moto;
    this.front = FrontServer.start(0, moto).intercept(new BucketPolicies());
    this.handlers = ServiceHandlers.of(access());
  }

  static Bench in(Path folder) {
    return new Bench(LocalMoto.start(folder));
  }

  ServiceAccess access() {
    return new ServiceAccess(front.endpoint(), REGION);
  }

  FrontServer front() {
    return front;
  }

  List<ResourceHandler> handlers() {
    return handlers;
  }

  ResourceHandler handler(String type) {
    return handlers.stream()
        .filter(handler -> handler.type().equals(type))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no handler of " + type));
  }

  /** A request of a stack with one tag. */
  ResourceRequest request(String logicalId, String type, String properties) {
    return request(logicalId, type, json(properties), Map.of("Project", "harena"));
  }

  ResourceRequest request(
      String logicalId, String type, ObjectNode properties, Map<String, String> tags) {
    String id = "arn:aws:cloudformation:%s:%s:stack/harena/1".formatted(REGION, ACCOUNT);
    return new ResourceRequest(
        new StackScope(ACCOUNT, REGION, "harena", id, tags), logicalId, type, properties);
  }

  /** JSON that may be written with single quotes. */
  static ObjectNode json(String text) {
    try {
      return (ObjectNode) JsonMapper.builder().build().readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  @Override
  public void close() {
    front.close();
    moto.close();
  }
}
