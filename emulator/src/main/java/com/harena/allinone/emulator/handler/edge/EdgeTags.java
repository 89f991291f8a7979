package com.harena.allinone.emulator.handler.edge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.harena.allinone.emulator.handler.service.Tags;
import com.harena.allinone.emulator.resource.ResourceRequest;
import java.util.Map;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.Tag;

/** The tags of CloudFront's resources, by ARN. */
final class EdgeTags {
  private final CloudFrontClient cloudFront;

  EdgeTags(CloudFrontClient cloudFront) {
    this.cloudFront = cloudFront;
  }

  static software.amazon.awssdk.services.cloudfront.model.Tags model(Map<String, String> tags) {
    return software.amazon.awssdk.services.cloudfront.model.Tags.builder()
        .items(Tags.models(tags, (key, value) -> Tag.builder().key(key).value(value).build()))
        .build();
  }

  void align(ResourceRequest request, String arn) {
    Tags.align(
        request,
        told(arn),
        keys -> cloudFront.untagResource(call -> call.resource(arn).tagKeys(to -> to.items(keys))),
        added -> cloudFront.tagResource(call -> call.resource(arn).tags(model(added))));
  }

  ArrayNode json(String arn) {
    return Tags.json(told(arn));
  }

  private Map<String, String> told(String arn) {
    return Tags.told(
        cloudFront.listTagsForResource(call -> call.resource(arn)).tags().items(),
        Tag::key,
        Tag::value);
  }
}
