package com.harena.allinone.emulator.handler.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.PhysicalName;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.handler.service.Undo;
import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@code AWS::S3::Bucket}. Deleting one that is not empty fails, as on AWS. */
public final class BucketService implements ResourceService {
  private static final List<String> KNOWN = List.of("BucketName", "AccessControl", "Tags");
  private static final int NAME_LIMIT = 63;

  private final S3Client s3;
  private final List<BucketPart> parts;

  /** Buckets of one S3. */
  public BucketService(S3Client s3) {
    this.s3 = s3;
    this.parts = new BucketParts(s3).all();
  }

  @Override
  public String type() {
    return "AWS::S3::Bucket";
  }

  /** Access control lists are told by grants, which say nothing of the canned list's name. */
  @Override
  public List<String> writeOnly() {
    return List.of("AccessControl");
  }

  @Override
  public List<String> unsupported(ObjectNode properties) {
    List<String> known = new ArrayList<>(KNOWN);
    parts.forEach(part -> known.add(part.property()));
    List<String> unknown = new ArrayList<>(Json.outside(properties, known));
    if (!properties.path("AccessControl").asText("Private").equals("Private")) {
      unknown.add("AccessControl (allowed: Private)");
    }
    for (BucketPart part : parts) {
      if (properties.get(part.property()) instanceof ObjectNode value) {
        part.unknown(value).forEach(path -> unknown.add(part.property() + "." + path));
      } else if (properties.has(part.property())) {
        unknown.add(part.property() + " (an object is expected)");
      }
    }
    return unknown;
  }

  /** S3 takes the tags of AWS itself from nobody here. */
  @Override
  public Map<String, String> tags(ResourceRequest request) {
    return Tags.wantedByUser(request);
  }

  @Override
  public Physical create(ResourceRequest request, Undo undo) {
    String name = PhysicalName.lower(request, "BucketName", NAME_LIMIT);
    s3.createBucket(creation(name, request.stack().region()));
    undo.add(() -> s3.deleteBucket(call -> call.bucket(name)));
    for (BucketPart part : parts) {
      if (request.properties().get(part.property()) instanceof ObjectNode value) {
        part.put(name, value);
      }
    }
    tag(request, name);
    return Physical.of(name, attributes(name, request.stack().region()));
  }

  @Override
  public Physical update(ResourceRequest request, Physical physical, ObjectNode previous) {
    for (BucketPart part : parts) {
      JsonNode wanted = request.properties().path(part.property());
      if (wanted.equals(previous.path(part.property()))) {
        continue;
      }
      if (wanted instanceof ObjectNode value) {
        part.put(physical.id(), value);
      } else {
        part.remove(physical.id());
      }
    }
    tag(request, physical.id());
    return physical;
  }

  @Override
  public void delete(ResourceRequest request, Physical physical) {
    s3.deleteBucket(call -> call.bucket(physical.id()));
  }

  @Override
  public Optional<ObjectNode> read(ResourceRequest request, Physical physical) {
    String name = physical.id();
    s3.headBucket(call -> call.bucket(name));
    ObjectNode told = Json.object("BucketName", name);
    parts.forEach(part -> part.read(name).ifPresent(value -> told.set(part.property(), value)));
    told.set("Tags", Tags.json(tags(name)));
    return Optional.of(told);
  }

  private static CreateBucketRequest creation(String name, String region) {
    CreateBucketRequest.Builder creation = CreateBucketRequest.builder().bucket(name);
    if (!region.equals("us-east-1")) {
      creation.createBucketConfiguration(where -> where.locationConstraint(region));
    }
    return creation.build();
  }

  private void tag(ResourceRequest request, String name) {
    List<Tag> tags =
        Tags.models(tags(request), (key, value) -> Tag.builder().key(key).value(value).build());
    if (tags.isEmpty()) {
      s3.deleteBucketTagging(call -> call.bucket(name));
    } else {
      s3.putBucketTagging(call -> call.bucket(name).tagging(set -> set.tagSet(tags)));
    }
  }

  private Map<String, String> tags(String name) {
    try {
      return Tags.told(
          s3.getBucketTagging(call -> call.bucket(name)).tagSet(), Tag::key, Tag::value);
    } catch (S3Exception none) {
      if (none.statusCode() == 404) {
        return Map.of();
      }
      throw none;
    }
  }

  private static ObjectNode attributes(String name, String region) {
    return Json.object("Arn", "arn:aws:s3:::" + name)
        .put("DomainName", name + ".s3.amazonaws.com")
        .put("DualStackDomainName", "%s.s3.dualstack.%s.amazonaws.com".formatted(name, region))
        .put("RegionalDomainName", "%s.s3.%s.amazonaws.com".formatted(name, region))
        .put("WebsiteURL", "http://%s.s3-website-%s.amazonaws.com".formatted(name, region));
  }
}
