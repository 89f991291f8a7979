package com.harena.allinone.emulator.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/**
 * What the services answer to anybody who asks them for a resource by its physical id: by the SDK's
 * own clients, past every handler.
 */
final class ServiceAnswers {
  private final Map<String, Function<String, List<?>>> asks = new HashMap<>();
  private final Deployment cloud;

  ServiceAnswers(Deployment cloud) {
    this.cloud = cloud;
    network(cloud.client(Ec2Client.builder()));
    instances(cloud.client(Ec2Client.builder()));
    roles(cloud.client(IamClient.builder().region(Region.AWS_GLOBAL)));
    buckets(cloud.client(S3Client.builder().forcePathStyle(true)));
    messages(cloud.client(SnsClient.builder()), cloud.client(SchedulerClient.builder()));
    relations(cloud.client(Ec2Client.builder()), cloud.client(SnsClient.builder()));
    others();
  }

  /** What the service answers; nothing for a type that is asked for nowhere here. */
  Optional<List<?>> of(String type, String id) {
    return Optional.ofNullable(asks.get(type)).map(ask -> ask.apply(id));
  }

  private void network(Ec2Client ec2) {
    asks.put(
        "AWS::EC2::VPC",
        id ->
            List.of(
                ec2.describeVpcs(call -> call.vpcIds(id)),
                ec2.describeVpcAttribute(call -> call.vpcId(id).attribute("enableDnsHostnames")),
                ec2.describeVpcAttribute(call -> call.vpcId(id).attribute("enableDnsSupport"))));
    asks.put("AWS::EC2::Subnet", id -> List.of(ec2.describeSubnets(call -> call.subnetIds(id))));
    asks.put(
        "AWS::EC2::InternetGateway",
        id -> List.of(ec2.describeInternetGateways(call -> call.internetGatewayIds(id))));
    asks.put(
        "AWS::EC2::RouteTable",
        id -> List.of(ec2.describeRouteTables(call -> call.routeTableIds(id))));
    asks.put(
        "AWS::EC2::SecurityGroup",
        id -> List.of(ec2.describeSecurityGroups(call -> call.groupIds(id))));
    asks.put(
        "AWS::EC2::VPCEndpoint",
        id -> List.of(ec2.describeVpcEndpoints(call -> call.vpcEndpointIds(id))));
  }

  /** What lives in others of its kind is asked for with all of them. */
  private void relations(Ec2Client ec2, SnsClient sns) {
    asks.put("AWS::EC2::Route", id -> List.of(ec2.describeRouteTables()));
    asks.put("AWS::EC2::SubnetRouteTableAssociation", id -> List.of(ec2.describeRouteTables()));
    asks.put("AWS::EC2::EIP", id -> List.of(ec2.describeAddresses()));
    asks.put("AWS::EC2::EIPAssociation", id -> List.of(ec2.describeAddresses()));
    asks.put("AWS::EC2::VPCGatewayAttachment", id -> List.of(ec2.describeInternetGateways()));
    asks.put("AWS::EC2::SecurityGroupIngress", id -> List.of(ec2.describeSecurityGroups()));
    asks.put(
        "AWS::SNS::TopicPolicy",
        id ->
            sns.listTopics().topics().stream()
                .map(topic -> sns.getTopicAttributes(call -> call.topicArn(topic.topicArn())))
                .toList());
  }

  private void instances(Ec2Client ec2) {
    asks.put("AWS::EC2::Volume", id -> List.of(ec2.describeVolumes(call -> call.volumeIds(id))));
    asks.put(
        "AWS::EC2::LaunchTemplate",
        id ->
            List.of(
                ec2.describeLaunchTemplates(call -> call.launchTemplateIds(id)),
                ec2.describeLaunchTemplateVersions(call -> call.launchTemplateId(id))));
    asks.put(
        "AWS::EC2::Instance", id -> List.of(ec2.describeInstances(call -> call.instanceIds(id))));
  }

  private void roles(IamClient iam) {
    asks.put(
        "AWS::IAM::Role",
        id -> {
          List<SdkPojo> answers = new ArrayList<>();
          answers.add(iam.getRole(call -> call.roleName(id)));
          answers.add(iam.listAttachedRolePolicies(call -> call.roleName(id)));
          iam.listRolePolicies(call -> call.roleName(id))
              .policyNames()
              .forEach(
                  name ->
                      answers.add(iam.getRolePolicy(call -> call.roleName(id).policyName(name))));
          return answers;
        });
    asks.put(
        "AWS::IAM::InstanceProfile",
        id -> List.of(iam.getInstanceProfile(call -> call.instanceProfileName(id))));
  }

  private void buckets(S3Client s3) {
    asks.put(
        "AWS::S3::Bucket",
        id -> {
          List<SdkPojo> answers = new ArrayList<>();
          configured(answers, () -> s3.getBucketEncryption(call -> call.bucket(id)));
          configured(answers, () -> s3.getBucketVersioning(call -> call.bucket(id)));
          configured(answers, () -> s3.getPublicAccessBlock(call -> call.bucket(id)));
          configured(answers, () -> s3.getBucketOwnershipControls(call -> call.bucket(id)));
          configured(answers, () -> s3.getBucketLifecycleConfiguration(call -> call.bucket(id)));
          configured(answers, () -> s3.getBucketTagging(call -> call.bucket(id)));
          return answers;
        });
    asks.put("AWS::S3::BucketPolicy", id -> List.of(s3.getBucketPolicy(call -> call.bucket(id))));
  }

  /** A part that a bucket does not have is answered 404: then its values are missing. */
  private static void configured(List<SdkPojo> answers, Supplier<SdkPojo> ask) {
    try {
      answers.add(ask.get());
    } catch (S3Exception e) {
      if (e.statusCode() != 404) {
        throw e;
      }
    }
  }

  private void messages(SnsClient sns, SchedulerClient scheduler) {
    asks.put(
        "AWS::SNS::Topic",
        id ->
            List.of(
                sns.getTopicAttributes(call -> call.topicArn(id)),
                sns.listTagsForResource(call -> call.resourceArn(id))));
    asks.put(
        "AWS::SNS::Subscription",
        id -> List.of(sns.getSubscriptionAttributes(call -> call.subscriptionArn(id))));
    asks.put(
        "AWS::Scheduler::ScheduleGroup",
        id -> List.of(scheduler.getScheduleGroup(call -> call.name(last(id)))));
    asks.put(
        "AWS::Scheduler::Schedule",
        id ->
            List.of(
                scheduler.getSchedule(
                    call -> call.name(last(id)).groupName(groupOf(scheduler, id)))));
  }

  private void others() {
    CloudWatchClient watch = cloud.client(CloudWatchClient.builder());
    asks.put(
        "AWS::CloudWatch::Alarm", id -> List.of(watch.describeAlarms(call -> call.alarmNames(id))));
    CloudWatchLogsClient logs = cloud.client(CloudWatchLogsClient.builder());
    asks.put(
        "AWS::Logs::LogGroup",
        id -> List.of(logs.describeLogGroups(call -> call.logGroupNamePrefix(id))));
    LambdaClient lambda = cloud.client(LambdaClient.builder());
    asks.put(
        "AWS::Lambda::Function", id -> List.of(lambda.getFunction(call -> call.functionName(id))));
    SsmClient ssm = cloud.client(SsmClient.builder());
    asks.put(
        "AWS::SSM::Parameter",
        id ->
            List.of(
                ssm.getParameter(call -> call.name(id)),
                ssm.describeParameters(call -> call.parameterFilters(named(id)))));
    asks.put(
        "AWS::SSM::Association",
        id -> List.of(ssm.describeAssociation(call -> call.associationId(id))));
    edge(cloud.client(CloudFrontClient.builder().region(Region.AWS_GLOBAL)));
  }

  private void edge(CloudFrontClient edge) {
    asks.put(
        "AWS::CloudFront::Distribution", id -> List.of(edge.getDistribution(call -> call.id(id))));
    asks.put(
        "AWS::CloudFront::OriginAccessControl",
        id -> List.of(edge.getOriginAccessControl(call -> call.id(id))));
    asks.put(
        "AWS::CloudFront::ResponseHeadersPolicy",
        id -> List.of(edge.getResponseHeadersPolicy(call -> call.id(id))));
  }

  private static List<ParameterStringFilter> named(String name) {
    return List.of(
        ParameterStringFilter.builder().key("Name").option("Equals").values(name).build());
  }

  private static String groupOf(SchedulerClient scheduler, String id) {
    return scheduler.listSchedules(call -> {}).schedules().stream()
        .filter(each -> each.name().equals(last(id)))
        .map(each -> each.groupName())
        .findFirst()
        .orElseThrow(() -> new AssertionError("no schedule " + id));
  }

  private static String last(String id) {
    return id.substring(Math.max(id.lastIndexOf('/'), id.lastIndexOf('|')) + 1);
  }
}
