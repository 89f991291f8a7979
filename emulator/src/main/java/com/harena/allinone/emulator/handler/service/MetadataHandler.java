package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceHandler;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;

/** {@code AWS::CDK::Metadata}, which makes nothing on AWS either. */
public final class MetadataHandler implements ResourceHandler {
  @Override
  public String type() {
    return "AWS::CDK::Metadata";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, List.of("Analytics"));
  }

  @Override
  public Physical create(ResourceRequest request) {
    return Physical.of(PhysicalName.suffix(), Json.object());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    // Nothing was made.
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return Optional.of(request.properties());
  }
}
