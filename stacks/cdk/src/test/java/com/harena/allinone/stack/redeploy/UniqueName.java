package com.harena.allinone.stack.redeploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.schema.Schemas;
import com.harena.allinone.schema.UpdateKind;
import com.harena.allinone.stack.graph.Resource;
import java.util.Map;
import java.util.Optional;

/**
 * A name that only one resource of an account may carry: the new resource is made before the old
 * one is deleted, so a replacement must change it.
 *
 * <p>CloudFormation: "cannot update a stack when a custom-named resource requires replacing",
 * https://repost.aws/knowledge-center/cloudformation-custom-name.
 */
final class UniqueName {
  /** Names that are unique although the schema's identifier is something else. */
  private static final Map<String, String> FURTHER =
      Map.of(
          "AWS::CloudFront::VpcOrigin", "/VpcOriginEndpointConfig/Name",
          "AWS::CloudFront::Function", "/Name",
          "AWS::CloudFront::OriginAccessControl", "/OriginAccessControlConfig/Name",
          "AWS::CloudFront::ResponseHeadersPolicy", "/ResponseHeadersPolicyConfig/Name",
          "AWS::Budgets::Budget", "/Budget/BudgetName",
          "AWS::EC2::LaunchTemplate", "/LaunchTemplateName",
          "AWS::SNS::Topic", "/TopicName");

  private UniqueName() {}

  static Optional<PropertyChange> clash(
      Schemas schemas, Resource old, Resource now, boolean replaced) {
    String pointer =
        FURTHER.getOrDefault(
            now.type(), schemas.namingProperty(now.type()).map(name -> "/" + name).orElse(""));
    if (!replaced || pointer.isEmpty() || now.type().equals("AWS::S3::BucketPolicy")) {
      return Optional.empty();
    }
    JsonNode name = now.properties().at(pointer);
    if (name.isMissingNode() || !name.equals(old.properties().at(pointer))) {
      return Optional.empty();
    }
    return Optional.of(
        new PropertyChange(
            pointer.substring(1).replace('/', '.'),
            UpdateKind.REFUSED,
            "a replacement keeps the name " + name + ", which only one resource can have"));
  }
}
