package com.harena.allinone.stack.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.stack.graph.Reference;
import com.harena.allinone.stack.graph.Resource;
import com.harena.allinone.stack.graph.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Turns the intrinsic functions of a template into the text they would have in one made-up account;
 * what it does not know is an error, so that no policy is judged by a guess.
 */
public final class SampleAccount {
  static final Map<String, String> PSEUDO =
      Map.of(
          "AWS::Partition", "aws",
          "AWS::Region", "eu-west-1",
          "AWS::AccountId", "123456789012",
          "AWS::URLSuffix", "amazonaws.com",
          "AWS::StackName", "harena-production",
          "AWS::StackId",
              "arn:aws:cloudformation:eu-west-1:123456789012:stack/harena-production/0a1b2c3d");

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^{}]+)}");

  /** Prefix of the ids that EC2 gives out, by resource type. */
  private static final Map<String, String> EC2_IDS =
      Map.of(
          "AWS::EC2::Instance", "i-",
          "AWS::EC2::Volume", "vol-",
          "AWS::EC2::VPC", "vpc-",
          "AWS::EC2::Subnet", "subnet-",
          "AWS::EC2::SecurityGroup", "sg-",
          "AWS::EC2::LaunchTemplate", "lt-",
          "AWS::EC2::InternetGateway", "igw-",
          "AWS::EC2::RouteTable", "rtb-",
          "AWS::EC2::EIP", "192.0.2.");

  /** ARN of a resource by type, with {@code %s} for its name. */
  private static final Map<String, String> ARNS =
      Map.of(
          "AWS::S3::Bucket", "arn:aws:s3:::%s",
          "AWS::IAM::Role", "arn:aws:iam::123456789012:role/%s",
          "AWS::IAM::InstanceProfile", "arn:aws:iam::123456789012:instance-profile/%s",
          "AWS::Lambda::Function", "arn:aws:lambda:eu-west-1:123456789012:function:%s",
          "AWS::Logs::LogGroup", "arn:aws:logs:eu-west-1:123456789012:log-group:%s:*",
          "AWS::SNS::Topic", "arn:aws:sns:eu-west-1:123456789012:%s",
          "AWS::SQS::Queue", "arn:aws:sqs:eu-west-1:123456789012:%s",
          "AWS::CloudFront::Distribution", "arn:aws:cloudfront::123456789012:distribution/%s",
          "AWS::CloudFront::VpcOrigin", "arn:aws:cloudfront::123456789012:vpcorigin/%s");

  private final Template template;

  /** The account in which this template is deployed. */
  public SampleAccount(Template template) {
    this.template = template;
  }

  /** The text of a value. */
  public String text(JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    } else if (Reference.isIntrinsic(value, "Ref")) {
      return ref(value.get("Ref").asText());
    } else if (Reference.isIntrinsic(value, "Fn::GetAtt")) {
      JsonNode argument = value.get("Fn::GetAtt");
      return argument.isTextual()
          ? attribute(Reference.parse(argument.asText()))
          : attribute(Reference.parse(argument.get(0).asText() + "." + argument.get(1).asText()));
    } else if (Reference.isIntrinsic(value, "Fn::Join")) {
      JsonNode argument = value.get("Fn::Join");
      return String.join(argument.get(0).asText(), texts(argument.get(1)));
    } else if (Reference.isIntrinsic(value, "Fn::Select")) {
      JsonNode argument = value.get("Fn::Select");
      return texts(argument.get(1)).get(argument.get(0).asInt());
    } else if (Reference.isIntrinsic(value, "Fn::Sub")) {
      return substitute(value.get("Fn::Sub"));
    }
    throw new IllegalArgumentException("cannot tell what becomes of " + value);
  }

  /** The texts of one value or a list of them. */
  public List<String> texts(JsonNode values) {
    if (Reference.isIntrinsic(values, "Fn::Split")) {
      JsonNode argument = values.get("Fn::Split");
      return Arrays.asList(
          text(argument.get(1)).split(Pattern.quote(argument.get(0).asText()), -1));
    }
    return values.isArray()
        ? StreamSupport.stream(values.spliterator(), false).map(this::text).toList()
        : List.of(text(values));
  }

  private String substitute(JsonNode argument) {
    JsonNode variables = argument.path(1);
    Matcher matcher =
        VARIABLE.matcher(argument.isArray() ? argument.get(0).asText() : argument.asText());
    return matcher.replaceAll(
        match -> {
          String name = match.group(2);
          String text =
              match.group(1).isEmpty()
                  ? variables.has(name) ? text(variables.get(name)) : dotted(name)
                  : "${" + name + "}";
          return Matcher.quoteReplacement(text);
        });
  }

  private String dotted(String name) {
    return name.contains(".") ? attribute(Reference.parse(name)) : ref(name);
  }

  private String ref(String name) {
    if (PSEUDO.containsKey(name)) {
      return PSEUDO.get(name);
    }
    JsonNode parameter = template.root().path("Parameters").path(name);
    if (!parameter.isMissingNode()) {
      return parameter.path("Default").asText();
    }
    Resource resource = template.resource(name);
    return resource.type().equals("AWS::SNS::Topic")
        ? attribute(new Reference(name, java.util.Optional.of("Arn")))
        : nameOf(resource);
  }

  private String attribute(Reference reference) {
    Resource resource = template.resource(reference.target());
    String attribute = reference.attribute().orElseThrow();
    if (attribute.endsWith("Arn") && ARNS.containsKey(resource.type())) {
      return String.format(Locale.ROOT, ARNS.get(resource.type()), nameOf(resource));
    } else if (resource.type().startsWith("Custom::")) {
      return "value-of-" + reference;
    } else if (EC2_IDS.containsKey(resource.type()) && attribute.endsWith("Id")) {
      return nameOf(resource);
    } else if (attribute.endsWith("Id") || attribute.endsWith("DomainName")) {
      return nameOf(resource) + "." + attribute;
    }
    throw new IllegalArgumentException("cannot tell what " + reference + " is");
  }

  /** The name or id by which the service knows a resource. */
  public String nameOf(Resource resource) {
    if (EC2_IDS.containsKey(resource.type())) {
      return EC2_IDS.get(resource.type())
          + String.format(Locale.ROOT, "%08x", resource.id().hashCode());
    }
    for (String property :
        List.of("LogGroupName", "FunctionName", "RoleName", "BucketName", "TopicName", "Name")) {
      if (resource.properties().has(property)) {
        return text(resource.properties().get(property));
      }
    }
    return resource.id().toLowerCase(Locale.ROOT);
  }
}
