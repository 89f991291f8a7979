package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A type's handler that believes no service: what it made or changed is read back and compared with
 * what was asked, and a difference fails the resource by the property's name. What was half made is
 * removed again.
 */
public final class VerifiedHandler implements ResourceHandler {
  private final ResourceService service;
  private final Map<String, ObjectNode> remembered = new ConcurrentHashMap<>();

  /** The handler of a type by the calls to its service. */
  public VerifiedHandler(ResourceService service) {
    this.service = service;
  }

  @Override
  public String type() {
    return service.type();
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return service.unsupported(properties);
  }

  @Override
  public List<String> inMemory() {
    return service.inMemory();
  }

  @Override
  public Physical create(ResourceRequest request) {
    Undo undo = new Undo();
    try {
      Physical physical = service.create(request, undo);
      undo.add(() -> remembered.remove(physical.id()));
      remember(request, physical);
      verify(request, physical);
      return physical;
    } catch (RuntimeException failure) {
      // Whatever it was: what was made is removed again.
      throw Refusal.of(failure, undo.run());
    }
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    try {
      Physical updated = service.update(request, physical, previous);
      remember(request, updated);
      verify(request, updated);
      return updated;
    } catch (SdkException | ServiceRefusal failure) {
      throw Refusal.of(failure);
    }
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    try {
      service.delete(request, physical);
    } catch (SdkException | ServiceRefusal failure) {
      if (!Refusal.absent(failure)) {
        throw Refusal.of(failure);
      }
    }
    remembered.remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    Optional<ObjectNode> told = told(request, physical);
    told.ifPresent(Tags::hideSystemTags);
    return told;
  }

  private Optional<ObjectNode> told(ResourceRequest request, Physical physical) {
    try {
      Optional<ObjectNode> told = service.read(request, physical);
      told.ifPresent(json -> json.setAll(remembered.getOrDefault(physical.id(), Json.object())));
      return told;
    } catch (SdkException | ServiceRefusal failure) {
      if (Refusal.absent(failure)) {
        return Optional.empty();
      }
      throw Refusal.of(failure);
    }
  }

  private void remember(ResourceRequest request, Physical physical) {
    if (!service.inMemory().isEmpty()) {
      remembered.put(physical.id(), Json.only(request.properties(), service.inMemory()));
    }
  }

  private void verify(ResourceRequest request, Physical physical) {
    ObjectNode told =
        told(request, physical)
            .orElseThrow(
                () ->
                    new ResourceFailure(
                        "the service does not know " + physical.id() + " after it was made"));
    ObjectNode wanted = Json.without(request.properties(), service.writeOnly());
    JsonNode tags = told.remove("Tags");
    if (tags != null || wanted.has("Tags")) {
      wanted.set("Tags", map(service.tags(request)));
      told.set("Tags", map(Tags.of(tags)));
    }
    Difference.between(wanted, told, "")
        .ifPresent(
            difference -> {
              throw new ResourceFailure(physical.id() + ": " + difference);
            });
  }

  private static ObjectNode map(Map<String, String> tags) {
    ObjectNode map = Json.object();
    tags.forEach(map::put);
    return map;
  }
}
