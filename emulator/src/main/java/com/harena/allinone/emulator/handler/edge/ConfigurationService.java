package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.handler.shape.Shape;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A type of CloudFront whose only property is its configuration, without tags.
 *
 * @param <C> the configuration
 */
final class ConfigurationService<C extends SdkPojo> implements ResourceService {
  private final String type;
  private final String property;
  private final Shape<C> shape;
  private final ConfigurationCalls<C> calls;

  /**
   * A type.
   *
   * @param kind its name without CloudFront's; the property's is the same with {@code Config}
   */
  ConfigurationService(String kind, Shape<C> shape, ConfigurationCalls<C> calls) {
    this.type = "AWS::CloudFront::" + kind;
    this.property = kind + "Config";
    this.shape = shape;
    this.calls = calls;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public List<String> inMemory() {
    return List.of("*");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> unknown = new ArrayList<>(Json.outside(properties, List.of(property)));
    shape
        .unknown(properties.withObject("/" + property))
        .forEach(path -> unknown.add(property + "." + path));
    return unknown;
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String id = calls.create(config(request));
    undo.add(() -> remove(id));
    return Physical.of(id, Json.object("Id", id));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    C wanted = config(request);
    calls.update(physical.id(), calls.get(physical.id()).version(), wanted);
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    ObjectNode wanted = request.properties().withObject("/" + property);
    ObjectNode told = shape.json(calls.get(physical.id()).config());
    return Optional.of(Json.object().set(property, Wrapped.like(wanted, told)));
  }

  private void remove(String id) {
    calls.delete(id, calls.get(id).version());
  }

  private C config(ResourceRequest request) {
    return shape.from(request.properties().withObject("/" + property));
  }
}
