package com.harena.allinone.emulator.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.harena.allinone.emulator.LocalAws;
import com.harena.allinone.emulator.LocalSettings;
import com.harena.allinone.emulator.ServiceClients;
import com.harena.allinone.emulator.handler.service.Json;
import com.harena.allinone.emulator.handler.service.JsonCalls;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Instance;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Lists what exists by asking every service, without a thought of any stack. */
final class Census {
  private final Ec2Client ec2;
  private final IamClient iam;
  private final S3Client s3;
  private final SnsClient sns;
  private final SqsClient sqs;
  private final SsmClient ssm;
  private final LambdaClient lambda;
  private final SchedulerClient scheduler;
  private final CloudWatchLogsClient logs;
  private final CloudFrontClient cloudFront;
  private final JsonCalls alarms;
  private final JsonCalls budgets;

  Census(LocalAws local) {
    ServiceClients clients = local.clients();
    ServiceAccess access = new ServiceAccess(local.front().endpoint(), "eu-west-1");
    ec2 = clients.of(Ec2Client.builder());
    iam = access.global(IamClient.builder());
    s3 = clients.of(S3Client.builder().forcePathStyle(true));
    sns = clients.of(SnsClient.builder());
    sqs = clients.of(SqsClient.builder());
    ssm = clients.of(SsmClient.builder());
    lambda = clients.of(LambdaClient.builder());
    scheduler = clients.of(SchedulerClient.builder());
    logs = clients.of(CloudWatchLogsClient.builder());
    cloudFront = access.global(CloudFrontClient.builder());
    alarms = new JsonCalls(access, "monitoring", "GraniteServiceVersion20100801");
    budgets = new JsonCalls(access, "budgets", "AWSBudgetServiceGateway");
  }

  /** Kind and identifier of everything. */
  Set<String> all() {
    Set<String> all = new TreeSet<>();
    network(all);
    instances(all);
    access(all);
    edge(all);
    add(all, "bucket", s3.listBuckets().buckets().stream(), b -> b.name());
    add(all, "topic", sns.listTopicsPaginator().topics().stream(), t -> t.topicArn());
    add(
        all,
        "subscription",
        sns.listSubscriptionsPaginator().subscriptions().stream(),
        s -> s.topicArn() + " " + s.endpoint() + " " + s.subscriptionArn());
    add(all, "queue", sqs.listQueues().queueUrls().stream(), url -> url);
    add(all, "parameter", parameters(), name -> name);
    add(
        all,
        "association",
        ssm.listAssociations().associations().stream(),
        a -> a.associationName() + " " + a.associationId());
    add(all, "log group", logs.describeLogGroups().logGroups().stream(), g -> g.logGroupName());
    add(all, "function", lambda.listFunctions().functions().stream(), f -> f.functionName());
    add(
        all,
        "schedule",
        scheduler.listSchedulesPaginator(c -> {}).schedules().stream(),
        s -> s.arn());
    add(
        all,
        "schedule group",
        scheduler.listScheduleGroupsPaginator(c -> {}).scheduleGroups().stream(),
        g -> g.arn());
    JsonNode told = alarms.call("DescribeAlarms", Json.object()).path("MetricAlarms");
    told.forEach(alarm -> all.add("alarm " + alarm.path("AlarmName").asText()));
    budgets
        .call("DescribeBudgets", Json.object("AccountId", LocalSettings.ACCOUNT))
        .path("Budgets")
        .forEach(budget -> all.add("budget " + budget.path("BudgetName").asText()));
    return all;
  }

  /** What is there now and was not before, and the other way round. */
  static Set<String> difference(Set<String> before, Set<String> now) {
    Set<String> changed = new TreeSet<>();
    now.stream().filter(each -> !before.contains(each)).forEach(changed::add);
    before.stream()
        .filter(each -> !now.contains(each))
        .map(each -> "no " + each)
        .forEach(changed::add);
    return changed;
  }

  /** How many there are of each kind. */
  static Map<String, Long> kinds(Set<String> all) {
    Map<String, Long> kinds = new TreeMap<>();
    all.forEach(each -> kinds.merge(each.split(" ", 2)[0], 1L, Long::sum));
    return kinds;
  }

  private void network(Set<String> all) {
    add(all, "vpc", ec2.describeVpcs().vpcs().stream(), v -> v.vpcId());
    add(all, "subnet", ec2.describeSubnets().subnets().stream(), s -> s.subnetId());
    add(
        all,
        "security group",
        ec2.describeSecurityGroups().securityGroups().stream(),
        g -> g.groupId() + " " + g.groupName());
    add(all, "routes", ec2.describeRouteTables().routeTables().stream(), r -> r.routeTableId());
    add(
        all,
        "gateway",
        ec2.describeInternetGateways().internetGateways().stream(),
        g -> g.internetGatewayId());
    add(
        all,
        "endpoint",
        ec2.describeVpcEndpoints().vpcEndpoints().stream()
            .filter(e -> !"deleted".equalsIgnoreCase(e.stateAsString())),
        e -> e.vpcEndpointId());
    add(
        all,
        "interface",
        ec2.describeNetworkInterfaces().networkInterfaces().stream(),
        i -> i.networkInterfaceId());
    add(all, "address", ec2.describeAddresses().addresses().stream(), a -> a.allocationId());
  }

  private void instances(Set<String> all) {
    add(all, "volume", ec2.describeVolumes().volumes().stream(), v -> v.volumeId());
    add(
        all,
        "launch template",
        ec2.describeLaunchTemplates().launchTemplates().stream(),
        t -> t.launchTemplateId());
    add(
        all,
        "instance",
        ec2.describeInstances().reservations().stream()
            .flatMap(r -> r.instances().stream())
            .filter(i -> !i.state().nameAsString().equals("terminated")),
        Instance::instanceId);
    add(
        all,
        "spot request",
        ec2.describeSpotInstanceRequests().spotInstanceRequests().stream()
            .filter(r -> r.stateAsString().matches("open|active|disabled")),
        r -> r.spotInstanceRequestId());
  }

  private void access(Set<String> all) {
    add(
        all,
        "role",
        iam.listRolesPaginator().roles().stream(),
        role ->
            role.roleName()
                + " "
                + iam.listRolePolicies(c -> c.roleName(role.roleName())).policyNames());
    add(
        all,
        "profile",
        iam.listInstanceProfilesPaginator().instanceProfiles().stream(),
        p -> p.instanceProfileName());
  }

  private void edge(Set<String> all) {
    add(
        all,
        "distribution",
        cloudFront.listDistributions(c -> {}).distributionList().items().stream(),
        d -> d.id());
    add(
        all,
        "edge function",
        cloudFront.listFunctions(c -> {}).functionList().items().stream(),
        f -> f.name());
    add(
        all,
        "origin access control",
        cloudFront.listOriginAccessControls(c -> {}).originAccessControlList().items().stream(),
        o -> o.id());
    add(
        all,
        "headers policy",
        cloudFront
            .listResponseHeadersPolicies(c -> c.type("custom"))
            .responseHeadersPolicyList()
            .items()
            .stream(),
        p -> p.responseHeadersPolicy().id());
    add(
        all,
        "vpc origin",
        cloudFront.listVpcOrigins(c -> {}).vpcOriginList().items().stream(),
        o -> o.id());
  }

  private Stream<String> parameters() {
    return ssm
        .getParametersByPathPaginator(call -> call.path("/allinone/").recursive(true))
        .stream()
        .flatMap(page -> page.parameters().stream())
        .map(parameter -> parameter.name());
  }

  private static <T> void add(
      Set<String> all, String kind, Stream<T> things, Function<T, String> name) {
    things.forEach(thing -> all.add(kind + " " + name.apply(thing)));
  }
}
