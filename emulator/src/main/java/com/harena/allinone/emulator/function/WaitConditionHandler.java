package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import com.harena.allinone.emulator.server.Callbacks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Wait conditions: made once their handle was signalled {@code Count} times, within {@code
 * Timeout}, scaled.
 */
public final class WaitConditionHandler implements ResourceHandler {
  private static final Set<String> KNOWN = Set.of("Count", "Handle", "Timeout");

  private final WaitHandles handles;
  private final TimeScale scale;
  private final Map<String, ObjectNode> made = new ConcurrentHashMap<>();

  private WaitConditionHandler(WaitHandles handles, TimeScale scale) {
    this.handles = handles;
    this.scale = scale;
  }

  /** The handlers of wait conditions and of their handles. */
  public static List<ResourceHandler> withHandles(Callbacks callbacks, TimeScale scale) {
    WaitHandles handles = new WaitHandles(callbacks);
    return List.of(
        new WaitConditionHandleHandler(handles), new WaitConditionHandler(handles, scale));
  }

  @Override
  public String type() {
    return "AWS::CloudFormation::WaitCondition";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> names = new ArrayList<>();
    properties.fieldNames().forEachRemaining(names::add);
    names.removeAll(KNOWN);
    return names;
  }

  @Override
  public Physical create(ResourceRequest request) {
    ObjectNode properties = request.properties();
    String handle = properties.path("Handle").asText();
    Signals signals =
        handles
            .at(handle)
            .orElseThrow(
                () ->
                    new ResourceFailure(
                        "Handle is '%s': it must be the Ref of a WaitConditionHandle"
                            .formatted(handle)));
    Duration timeout = Duration.ofSeconds(number(properties, "Timeout", 0, 43_200));
    int count = properties.has("Count") ? number(properties, "Count", 1, Integer.MAX_VALUE) : 1;
    ObjectNode data = signals.await(count, scale.limit(timeout));
    ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("Data", data.toString());
    String id = "%s-%s-%s".formatted(request.stack().name(), request.logicalId(), suffix());
    made.put(id, properties);
    return Physical.of(id, attributes);
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    throw new ResourceFailure("Update to resource type " + type() + " is not supported.");
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    made.remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return Optional.ofNullable(made.get(physical.id())).map(ObjectNode::deepCopy);
  }

  private static int number(ObjectNode properties, String name, int least, int most) {
    String given = properties.path(name).asText();
    try {
      int number = Integer.parseInt(given);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(name, given, least, most, e);
    }
    throw refused(name, given, least, most, null);
  }

  private static ResourceFailure refused(
      String name, String given, int least, int most, Throwable cause) {
    return new ResourceFailure(
        "%s is '%s': it must be a number from %d to %d".formatted(name, given, least, most), cause);
  }

  private static String suffix() {
    return UUID.randomUUID().toString().replace("-", "").substring(0, 12);
  }
}
