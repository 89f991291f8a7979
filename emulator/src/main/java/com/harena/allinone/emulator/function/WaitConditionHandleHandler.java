package com.harena.allinone.emulator.function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Handles: {@code Ref} gives an address of the front, at which a PUT is a signal. */
final class WaitConditionHandleHandler implements ResourceHandler {
  private final WaitHandles handles;

  WaitConditionHandleHandler(WaitHandles handles) {
    this.handles = handles;
  }

  @Override
  public String type() {
    return "AWS::CloudFormation::WaitConditionHandle";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return StreamSupport.stream(((Iterable<String>) properties::fieldNames).spliterator(), false)
        .toList();
  }

  @Override
  public Physical create(ResourceRequest request) {
    return Physical.of(handles.open(), JsonNodeFactory.instance.objectNode());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    handles.close(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return handles.at(physical.id()).map(open -> JsonNodeFactory.instance.objectNode());
  }
}
