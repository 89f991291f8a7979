package com.harena.allinone.emulator.resource;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Makes, changes, removes and reads back the resources of one type. A handler returns only when the
 * resource is usable, as CloudFormation waits until it is; the engine decides when a change is an
 * update and when it is a replacement, which it makes as a creation and, in the end, a deletion.
 */
public interface ResourceHandler {
  /** The CloudFormation type, such as {@code AWS::S3::Bucket}. */
  String type();

  /**
   * What of the request this handler does not know, each with its path, such as {@code
   * CorsConfiguration.CorsRules}: asked before anything of a change set is made. A handler that
   * ignored a property would make a stack that is green and partial.
   */
  List<String> unsupported(ObjectNode properties);

  /**
   * The properties that no service holds here and the emulator remembers itself, by name; one name
   * {@code *} says that the whole type lives in the emulator's memory.
   */
  default List<String> inMemory() {
    return List.of();
  }

  /**
   * Makes the resource.
   *
   * @throws ResourceFailure if the service refuses it; what was half made is removed again
   */
  Physical create(ResourceRequest request);

  /**
   * Changes the resource in place.
   *
   * @param physical what was made before
   * @param previous its resolved properties before
   * @throws ResourceFailure if the service refuses it
   */
  Physical update(ResourceRequest request, Physical physical, ObjectNode previous);

  /**
   * Removes the resource; one that is already gone is removed.
   *
   * @throws ResourceFailure if the service refuses it, such as for a bucket that is not empty
   */
  void delete(ResourceRequest request, Physical physical);

  /**
   * The properties as the services tell them now, in the template's terms and with its names; what
   * no service tells is left out. Empty if the resource does not exist.
   */
  Optional<ObjectNode> read(ResourceRequest request, Physical physical);

  /** Whether a snapshot of a resource can stay when it goes, as the policy Snapshot asks. */
  default boolean snapshots() {
    return false;
  }

  /**
   * Keeps a snapshot of a resource that is removed next.
   *
   * @throws ResourceFailure if the service refuses it
   */
  default void snapshot(ResourceRequest request, Physical physical) {
    throw new ResourceFailure(type() + " does not support snapshots");
  }
}
