package com.harena.allinone.emulator.handler;

import com.harena.allinone.emulator.handler.access.InlinePolicyService;
import com.harena.allinone.emulator.handler.access.InstanceProfileService;
import com.harena.allinone.emulator.handler.access.ManagedPolicyService;
import com.harena.allinone.emulator.handler.access.RoleService;
import com.harena.allinone.emulator.handler.code.FunctionService;
import com.harena.allinone.emulator.handler.edge.DistributionService;
import com.harena.allinone.emulator.handler.edge.EdgeFunctionService;
import com.harena.allinone.emulator.handler.edge.OriginAccessControls;
import com.harena.allinone.emulator.handler.edge.ResponseHeadersPolicies;
import com.harena.allinone.emulator.handler.edge.VpcOriginService;
import com.harena.allinone.emulator.handler.notify.QueuePolicyService;
import com.harena.allinone.emulator.handler.notify.QueueService;
import com.harena.allinone.emulator.handler.notify.SubscriptionService;
import com.harena.allinone.emulator.handler.notify.TopicPolicyService;
import com.harena.allinone.emulator.handler.notify.TopicService;
import com.harena.allinone.emulator.handler.parameter.AssociationService;
import com.harena.allinone.emulator.handler.parameter.ParameterService;
import com.harena.allinone.emulator.handler.service.JsonCalls;
import com.harena.allinone.emulator.handler.service.MetadataHandler;
import com.harena.allinone.emulator.handler.service.ResourceService;
import com.harena.allinone.emulator.handler.service.ServiceAccess;
import com.harena.allinone.emulator.handler.service.VerifiedHandler;
import com.harena.allinone.emulator.handler.spending.BudgetService;
import com.harena.allinone.emulator.handler.storage.BucketPolicyService;
import com.harena.allinone.emulator.handler.storage.BucketService;
import com.harena.allinone.emulator.handler.storage.KeyAliasService;
import com.harena.allinone.emulator.handler.storage.KeyService;
import com.harena.allinone.emulator.handler.storage.RepositoryService;
import com.harena.allinone.emulator.handler.timing.ScheduleGroupService;
import com.harena.allinone.emulator.handler.timing.ScheduleService;
import com.harena.allinone.emulator.handler.watch.AlarmService;
import com.harena.allinone.emulator.handler.watch.LogGroupService;
import com.harena.allinone.emulator.resource.ResourceHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The handlers of all types but those of EC2 and of CloudFormation itself. */
public final class ServiceHandlers {
  private ServiceHandlers() {}

  /** Handlers that call the services at one address. */
  public static List<ResourceHandler> of(ServiceAccess access) {
    List<ResourceHandler> handlers = new ArrayList<>();
    Stream.of(access(access), storage(access), notifications(access), edge(access), others(access))
        .flatMap(List::stream)
        .map(VerifiedHandler::new)
        .forEach(handlers::add);
    handlers.add(new MetadataHandler());
    return List.copyOf(handlers);
  }

  private static List<ResourceService> access(ServiceAccess access) {
    IamClient iam = access.global(IamClient.builder());
    return List.of(
        new RoleService(iam),
        new InlinePolicyService(iam),
        new ManagedPolicyService(iam),
        new InstanceProfileService(iam));
  }

  private static List<ResourceService> storage(ServiceAccess access) {
    S3Client s3 = access.client(S3Client.builder().forcePathStyle(true));
    KmsClient kms = access.client(KmsClient.builder());
    return List.of(
        new BucketService(s3),
        new BucketPolicyService(s3),
        new RepositoryService(access.client(EcrClient.builder())),
        new KeyService(kms),
        new KeyAliasService(kms));
  }

  private static List<ResourceService> notifications(ServiceAccess access) {
    SnsClient sns = access.client(SnsClient.builder());
    SqsClient sqs = access.client(SqsClient.builder());
    return List.of(
        new TopicService(sns),
        new TopicPolicyService(sns),
        new SubscriptionService(sns),
        new QueueService(sqs),
        new QueuePolicyService(sqs));
  }

  private static List<ResourceService> edge(ServiceAccess access) {
    CloudFrontClient cloudFront = access.global(CloudFrontClient.builder());
    return List.of(
        new DistributionService(cloudFront),
        new EdgeFunctionService(cloudFront),
        OriginAccessControls.of(cloudFront),
        ResponseHeadersPolicies.of(cloudFront),
        new VpcOriginService(cloudFront));
  }

  private static List<ResourceService> others(ServiceAccess access) {
    SchedulerClient scheduler = access.client(SchedulerClient.builder());
    SsmClient ssm = access.client(SsmClient.builder());
    return List.of(
        new ScheduleService(scheduler),
        new ScheduleGroupService(scheduler),
        new ParameterService(ssm),
        new AssociationService(ssm),
        new AlarmService(new JsonCalls(access, "monitoring", "GraniteServiceVersion20100801")),
        new LogGroupService(access.client(CloudWatchLogsClient.builder())),
        new FunctionService(
            access.client(LambdaClient.builder()),
            access.client(S3Client.builder().forcePathStyle(true))),
        new BudgetService(new JsonCalls(access, "budgets", "AWSBudgetServiceGateway")));
  }
}
