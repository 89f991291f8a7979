package com.harena.allinone.emulator.handler.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls to a service that make, change, remove and tell the resources of one type. {@link
 * VerifiedHandler} adds what all types need: undoing what was half made, reading back, failures in
 * CloudFormation's words.
 */
public interface ResourceService {
  /** The CloudFormation type. */
  String type();

  /** What of the properties this type does not know, by path. */
  List<String> unsupported(ObjectNode properties);

  /** The top-level properties that no service holds here, so that the emulator remembers them. */
  default List<String> inMemory() {
    return List.of();
  }

  /** The top-level properties that no service tells, on AWS neither, such as a password. */
  default List<String> writeOnly() {
    return List.of();
  }

  /** What the resource is to be tagged with, as far as the service takes it. */
  default Map<String, String> tags(ResourceRequest request) {
    return Tags.wanted(request);
  }

  /** Makes the resource; each call that made something adds how to remove that again. */
  Physical create(ResourceRequest request, Undo undo);

  /** Changes the resource, and its tags, in place. */
  Physical update(ResourceRequest request, Physical physical, ObjectNode previous);

  /** Removes the resource; the service's "not found" may be thrown. */
  void delete(ResourceRequest request, Physical physical);

  /**
   * The properties as the service tells them; the service's "not found" may be thrown. Where the
   * type has tags, {@code Tags} holds them all.
   */
  Optional<ObjectNode> read(ResourceRequest request, Physical physical);
}
