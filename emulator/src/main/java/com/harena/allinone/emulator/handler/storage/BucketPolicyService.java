package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** {@code AWS::S3::BucketPolicy}: the one policy of a bucket. */
public final class BucketPolicyService implements ResourceService {
  private static final List<String> KNOWN = List.of("Bucket", "PolicyDocument");
  private static final int NOT_FOUND = 404;

  private final S3Client s3;

  /** Bucket policies of one S3. */
  public BucketPolicyService(S3Client s3) {
    this.s3 = s3;
  }

  @Override
  public String type() {
    return "AWS::S3::BucketPolicy";
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    return Json.outside(properties, KNOWN);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String bucket = request.properties().path("Bucket").asText();
    if (told(bucket).isPresent()) {
      throw new ResourceFailure("The bucket policy already exists on bucket %s.".formatted(bucket));
    }
    put(request, bucket);
    undo.add(() -> remove(bucket));
    return Physical.of(bucket, Json.object());
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    put(request, physical.id());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    remove(physical.id());
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    return told(physical.id())
        .map(
            policy -> {
              ObjectNode told = Json.object("Bucket", physical.id());
              told.set("PolicyDocument", Json.parsed(policy));
              return told;
            });
  }

  private void put(ResourceRequest request, String bucket) {
    String document = Json.document(request.properties().path("PolicyDocument"));
    s3.putBucketPolicy(call -> call.bucket(bucket).policy(document));
  }

  private void remove(String bucket) {
    s3.deleteBucketPolicy(call -> call.bucket(bucket));
  }

  private Optional<String> told(String bucket) {
    try {
      String policy = s3.getBucketPolicy(call -> call.bucket(bucket)).policy();
      return Optional.ofNullable(policy).filter(text -> !text.isEmpty());
    } catch (S3Exception none) {
      if (none.statusCode() == NOT_FOUND) {
        return Optional.empty();
      }
      throw none;
    }
  }
}
