package com.harena.allinone.emulator.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.harena.allinone.emulator.resource.Physical;
import com.harena.allinone.emulator.resource.ResourceFailure;
import com.harena.allinone.emulator.resource.ResourceRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecr.model.ImageIdentifier;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.s3.S3Client;

/** Services refuse, in their own words, and nothing half made stays. */
class RefusalsIT {
  private static final String TRUST =
      "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 'sts:AssumeRole',"
          + " 'Principal': {'Service': 'lambda.amazonaws.com'}}]}";
  private static final String MANIFEST =
      "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\","
          + "\"config\":{\"digest\":\"sha256:0\",\"size\":1},\"layers\":[]}";

  private final Bench bench = Bench.shared();

  @Test
  void aBucketWithObjectsOrOldVersionsStays() {
    ResourceRequest request =
        bench.request(
            "Full", "AWS::S3::Bucket", "{'VersioningConfiguration': {'Status': 'Enabled'}}");
    Physical bucket = bench.make(request);
    try (S3Client s3 = bench.access().client(S3Client.builder().forcePathStyle(true))) {
      s3.putObject(call -> call.bucket(bucket.id()).key("one"), RequestBody.fromString("1"));
      assertNotEmpty(request, bucket);
      s3.deleteObject(call -> call.bucket(bucket.id()).key("one"));
      assertNotEmpty(request, bucket);
      s3.listObjectVersions(call -> call.bucket(bucket.id()))
          .versions()
          .forEach(
              old ->
                  s3.deleteObject(
                      call -> call.bucket(bucket.id()).key(old.key()).versionId(old.versionId())));
      s3.listObjectVersions(call -> call.bucket(bucket.id()))
          .deleteMarkers()
          .forEach(
              old ->
                  s3.deleteObject(
                      call -> call.bucket(bucket.id()).key(old.key()).versionId(old.versionId())));
    }
    bench.remove(request, bucket);
    assertThat(bench.read(request, bucket)).isEmpty();
  }

  private void assertNotEmpty(ResourceRequest request, Physical bucket) {
    assertThatThrownBy(() -> bench.remove(request, bucket))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageStartingWith("Resource handler returned message: \"")
        .hasMessageContaining("The bucket you tried to delete is not empty")
        .hasMessageContaining("Service: S3, Status Code: 409");
    assertThat(bench.read(request, bucket)).isPresent();
  }

  @Test
  void aRepositoryWithImagesStays() {
    ResourceRequest request = bench.request("Images", "AWS::ECR::Repository", "{}");
    Physical repository = bench.make(request);
    try (EcrClient ecr = bench.access().client(EcrClient.builder())) {
      ecr.putImage(
          call -> call.repositoryName(repository.id()).imageManifest(MANIFEST).imageTag("one"));
      assertThatThrownBy(() -> bench.remove(request, repository))
          .isInstanceOf(ResourceFailure.class)
          .hasMessageContaining("cannot be deleted because it still contains images");
      assertThat(bench.read(request, repository)).isPresent();
      ImageIdentifier image = ImageIdentifier.builder().imageTag("one").build();
      ecr.batchDeleteImage(call -> call.repositoryName(repository.id()).imageIds(image));
    }
    bench.remove(request, repository);
    assertThat(bench.read(request, repository)).isEmpty();
  }

  @Test
  void aRoleWithPoliciesOfOthersStaysAndThoseAreNotTold() {
    ResourceRequest request =
        bench.request("Shared", "AWS::IAM::Role", "{'AssumeRolePolicyDocument': " + TRUST + "}");
    Physical role = bench.make(request);
    try (IamClient iam = bench.access().global(IamClient.builder())) {
      String policy =
          iam.createPolicy(
                  call -> call.policyName("foreign").policyDocument(statement().replace('\'', '"')))
              .policy()
              .arn();
      iam.attachRolePolicy(call -> call.roleName(role.id()).policyArn(policy));
      iam.putRolePolicy(
          call ->
              call.roleName(role.id())
                  .policyName("inline")
                  .policyDocument(statement().replace('\'', '"')));
      assertThat(bench.read(request, role).orElseThrow().toString()).doesNotContain("foreign");
      assertThatThrownBy(() -> bench.remove(request, role))
          .isInstanceOf(ResourceFailure.class)
          .hasMessageContaining("Cannot delete entity, must detach all policies first.");
      iam.detachRolePolicy(call -> call.roleName(role.id()).policyArn(policy));
      assertThatThrownBy(() -> bench.remove(request, role))
          .isInstanceOf(ResourceFailure.class)
          .hasMessageContaining("Cannot delete entity, must delete policies first.");
      iam.deleteRolePolicy(call -> call.roleName(role.id()).policyName("inline"));
      bench.remove(request, role);
      assertThat(bench.read(request, role)).isEmpty();
    }
  }

  @Test
  void aRoleThatCannotBeMadeWholeIsNotLeft() {
    ResourceRequest request =
        bench.request(
            "Half",
            "AWS::IAM::Role",
            "{'RoleName': 'half', 'ManagedPolicyArns': ['arn:aws:iam::aws:policy/NoSuchPolicy'],"
                + " 'AssumeRolePolicyDocument': "
                + TRUST
                + "}");
    assertThatThrownBy(() -> bench.make(request))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining("NoSuchPolicy")
        .hasMessageContaining("HandlerErrorCode: NotFound");
    try (IamClient iam = bench.access().global(IamClient.builder())) {
      assertThatThrownBy(() -> iam.getRole(call -> call.roleName("half")))
          .isInstanceOf(NoSuchEntityException.class);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS::S3::Bucket         | {'BucketName': 'taken-once'} | AlreadyExists",
        "AWS::ECR::Repository    | {'RepositoryName': 'taken'} | AlreadyExists",
        "AWS::SSM::Parameter     | {'Name': '/taken', 'Type': 'String', 'Value': '1'} | already exists",
        "AWS::Logs::LogGroup     | {'LogGroupName': '/taken'} | already exists",
        "AWS::Scheduler::ScheduleGroup | {'Name': 'taken'} | already exists",
        "AWS::KMS::Alias | {'AliasName': 'alias/taken', 'TargetKeyId': '@key'} | AlreadyExists"
      })
  void aNameThatIsTakenIsRefusedAndTheOwnerKeepsIt(String type, String properties, String words) {
    ResourceRequest key = bench.request("Key", "AWS::KMS::Key", "{}");
    String own =
        properties.contains("@key") ? properties.replace("@key", bench.make(key).id()) : properties;
    ResourceRequest request = bench.request("Taken", type, own);
    Physical first = bench.make(request);
    assertThatThrownBy(() -> bench.make(request))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining(words);
    assertThat(bench.read(request, first)).isPresent();
    bench.remove(request, first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS::Scheduler::Schedule | {'GroupName': 'nowhere', 'ScheduleExpression': 'rate(1 hour)',"
            + " 'FlexibleTimeWindow': {'Mode': 'OFF'}, 'Target': {'Arn': 'arn:aws:a:b:c', 'RoleArn':"
            + " 'arn:aws:iam::123456789012:role/r'}} | nowhere does not exist",
        "AWS::SNS::Subscription | {'TopicArn': 'arn:aws:sns:eu-west-1:123456789012:nowhere',"
            + " 'Protocol': 'email', 'Endpoint': 'a@example.org'} | does not exist",
        "AWS::S3::BucketPolicy | {'Bucket': 'nowhere', 'PolicyDocument': {}} | does not exist",
        "AWS::IAM::Role | {'AssumeRolePolicyDocument': 'none'} | not JSON",
        "AWS::Lambda::Function | {'Role': 'arn:aws:iam::123456789012:role/nowhere', 'Handler':"
            + " 'index.handler', 'Runtime': 'nodejs24.x', 'Code': {'ZipFile': '1'}} | role"
      })
  void whatNamesNothingIsRefused(String type, String properties, String words) {
    assertThatThrownBy(() -> bench.make(bench.request("Nowhere", type, properties)))
        .isInstanceOf(ResourceFailure.class)
        .hasMessageContaining(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AWS::S3::Bucket | {'CorsConfiguration': {}} | CorsConfiguration",
        "AWS::S3::Bucket | {'LifecycleConfiguration': {'Rules': [{'Expire': 1}]}} |"
            + " LifecycleConfiguration.Rules.Expire",
        "AWS::Lambda::Function | {'Code': {'ImageUri': 'x'}} | Code.ImageUri",
        "AWS::CloudFront::Distribution | {'DistributionConfig': {'Origins': [{'Shield': 1}]}} |"
            + " DistributionConfig.Origins.Shield",
        "AWS::SSM::Association | {'Name': 'AWS-RunShellScript', 'ScheduleExpression': 'rate(1 h)'} |"
            + " ScheduleExpression",
        "AWS::SSM::Association | {'Parameters': {'workingDirectory': ['/']}} |"
            + " Parameters.workingDirectory",
        "AWS::Budgets::Budget | {'Budget': {'CostFilters': {}}} | Budget.CostFilters"
      })
  void aPropertyThatIsNotKnownIsNamedByItsPath(String type, String properties, String path) {
    assertThat(bench.handler(type).unsupported(Bench.json(properties))).containsExactly(path);
  }

  private static String statement() {
    return "{'Version': '2012-10-17', 'Statement': [{'Effect': 'Deny', 'Action': 's3:*',"
        + " 'Resource': '*'}]}";
  }
}
