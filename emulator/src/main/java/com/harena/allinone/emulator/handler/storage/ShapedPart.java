package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A part of a bucket whose property has the SDK's shape. */
record ShapedPart<T extends SdkPojo>(
    String property,
    Shape<T> shape,
    BiConsumer<String, T> setter,
    Consumer<String> remover,
    Function<String, T> told)
    implements BucketPart {
  private static final int NOT_FOUND = 404;

  @Override
  public List<String> unknown(ObjectNode value) {
    return shape.unknown(value);
  }

  @Override
  public void put(String bucket, ObjectNode value) {
    setter.accept(bucket, shape.from(value));
  }

  @Override
  public void remove(String bucket) {
    remover.accept(bucket);
  }

  /** S3 answers "not found" where a bucket has no such configuration. */
  @Override
  public Optional<ObjectNode> read(String bucket) {
    try {
      return Optional.of(shape.json(told.apply(bucket)));
    } catch (S3Exception none) {
      if (none.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw none;
    }
  }
}
