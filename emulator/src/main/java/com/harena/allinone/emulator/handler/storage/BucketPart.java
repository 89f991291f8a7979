package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** One property of a bucket that S3 sets, removes and tells by calls of its own. */
interface BucketPart {
  /** The property's name in the template. */
  String property();

  /** What of the property's value is not known, by path below the property. */
  List<String> unknown(ObjectNode value);

  /** Sets the property. */
  void put(String bucket, ObjectNode value);

  /** Returns to what a bucket has without the property. */
  void remove(String bucket);

  /** The property as S3 tells it. */
  Optional<ObjectNode> read(String bucket);
}
